// Scripts that nobody would write, through the shells of the simulated containers, by libFuzzer.
// Built only with PODLAB_PACKAGE=fuzz; `.ci/fuzz` builds and runs it.
//
// The first byte says which shell reads the script and how; the others are the script.

/// libFuzzer's own loop, so that the program has an ordinary beginning.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

var count = CommandLine.argc
var arguments = unsafe CommandLine.unsafeArgv
let status = unsafe runFuzzer(&count, &arguments) { bytes, length in
  let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: length))
  ShellTrial.standard.run(input)
  return 0
}
