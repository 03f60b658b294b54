/// A System V shared memory segment.
package struct SharedMemorySegment: Hashable, Sendable {
  package let id: Int
  package let key: Int
  package let bytes: Int
  package let owner: String
}

extension ContainerRuntime {
  func sharedMemory(sandbox: String) -> [SharedMemorySegment] {
    kernel.networks[sandbox]?.sharedMemory ?? []
  }
}

/// `ipcs`, `ipcmk -M SIZE`, `ipcrm -m ID`: System V shared memory, which the containers of a Pod
/// have together and nobody else sees.
enum SharedMemoryUtility {
  /// Segments in one namespace.
  private static let limit = 64

  static func runList(_ call: inout UtilityCall) -> Int {
    guard let network = call.kernel.network(of: call.number) else { return 1 }
    let letters = call.options().letters
    let showsAll = letters.isEmpty || letters.contains("a")
    if showsAll || letters.contains("q") {
      call.print("\n------ Message Queues --------")
      call.print("key        msqid      owner      perms      used-bytes   messages    ")
    }
    if showsAll || letters.contains("m") {
      call.print("\n------ Shared Memory Segments --------")
      call.print("key        shmid      owner      perms      bytes      nattch     status      ")
      for segment in network.sharedMemory {
        let cells = [
          hex(segment.key), String(segment.id), segment.owner, "644", String(segment.bytes), "0",
          "",
        ]
        call.print(
          zip(cells, [11, 11, 11, 11, 11, 11, 12]).map { cell, width in
            cell + String(repeating: " ", count: max(0, width - cell.count))
          }.joined())
      }
    }
    if showsAll || letters.contains("s") {
      call.print("\n------ Semaphore Arrays --------")
      call.print("key        semid      owner      perms      nsems     ")
    }
    call.print("")
    return 0
  }

  private static func hex(_ key: Int) -> String {
    let text = String(key, radix: 16)
    return "0x" + String(repeating: "0", count: max(0, 8 - text.count)) + text
  }

  static func runMake(_ call: inout UtilityCall) -> Int {
    guard let index = call.arguments.firstIndex(of: "-M"), index + 1 < call.arguments.count,
      let bytes = SizeText.bytes(call.arguments[index + 1]), bytes > 0
    else { return call.complain("podlab's ipcmk makes shared memory: ipcmk -M SIZE") }
    guard let process = call.process,
      let name = call.kernel.spaces[process.container]?.network,
      var network = call.kernel.networks[name]
    else { return 1 }
    guard network.sharedMemory.count < limit else {
      return call.complain("create share memory failed: \(Errno.noSpace.text)")
    }
    network.lastSharedMemory += 1
    var source = RandomSource(seed: UInt64(network.lastSharedMemory), name: "ipcmk \(name)")
    let accounts = Accounts(call.kernel.spaces[process.container]?.root ?? FileTree())
    network.sharedMemory.append(
      SharedMemorySegment(
        id: network.lastSharedMemory, key: source.next(below: 0x7fff_ffff), bytes: bytes,
        owner: accounts.users.first { $0.id == process.user }?.name ?? String(process.user)))
    call.kernel.networks[name] = network
    call.print("Shared memory id: \(network.lastSharedMemory)")
    return 0
  }

  static func runRemove(_ call: inout UtilityCall) -> Int {
    guard let index = call.arguments.firstIndex(of: "-m"), index + 1 < call.arguments.count,
      let process = call.process, let name = call.kernel.spaces[process.container]?.network
    else { return call.complain("podlab's ipcrm removes shared memory: ipcrm -m ID") }
    let word = call.arguments[index + 1]
    let before = call.kernel.networks[name]?.sharedMemory.count
    call.kernel.networks[name]?.sharedMemory.removeAll { String($0.id) == word }
    guard call.kernel.networks[name]?.sharedMemory.count != before else {
      return call.complain("invalid id (\(word))")
    }
    return 0
  }
}
