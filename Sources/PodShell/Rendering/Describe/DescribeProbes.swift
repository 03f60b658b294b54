package import PodEngine

extension DescribeWriter {
  mutating func probes(of container: APIValue) {
    for (title, key) in [
      ("Liveness", "livenessProbe"), ("Readiness", "readinessProbe"), ("Startup", "startupProbe"),
    ] {
      if let probe = container.field(key) { field(2, title, ProbeText.text(of: probe)) }
    }
  }
}

/// A probe in one line (`DescribeProbe`).
package enum ProbeText {
  /// `http-get http://:8080/healthz delay=3s timeout=1s period=10s #success=1 #failure=3`
  package static func text(of probe: APIValue) -> String {
    let attributes =
      "delay=\(probe.integer("initialDelaySeconds"))s timeout=\(probe.integer("timeoutSeconds"))s "
      + "period=\(probe.integer("periodSeconds"))s #success=\(probe.integer("successThreshold")) "
      + "#failure=\(probe.integer("failureThreshold"))"
    if let exec = probe.field("exec") {
      return "exec [\(exec.texts("command").joined(separator: " "))] \(attributes)"
    }
    if let get = probe.field("httpGet") { return "http-get \(url(of: get)) \(attributes)" }
    if let socket = probe.field("tcpSocket") {
      return "tcp-socket \(socket.text("host")):\(socket.text("port")) \(attributes)"
    }
    if let grpc = probe.field("grpc") {
      return "grpc <pod>:\(grpc.integer("port")) \(grpc.text("service")) \(attributes)"
    }
    return "unknown \(attributes)"
  }

  private static func url(of get: APIValue) -> String {
    let scheme = get.text("scheme").lowercased()
    let port = get.text("port")
    let host = get.text("host")
    // An IPv6 address stands in brackets (Go's `net.JoinHostPort`).
    let shownHost = host.contains(":") ? "[\(host)]" : host
    let address = port.isEmpty ? host : "\(shownHost):\(port)"
    var path = escaped(path: get.text("path"))
    if !path.isEmpty, !path.hasPrefix("/") { path = "/" + path }
    return (scheme.isEmpty ? "" : "\(scheme):") + "//" + address + path
  }

  /// Go's `url.URL.EscapedPath`: all of `path` is taken for a path, a query in it too.
  private static func escaped(path: String) -> String {
    let plain = Set("$&+,/:;=@-_.~!*'()[]".utf8)
    return path.utf8.reduce(into: "") { result, byte in
      let scalar = Unicode.Scalar(byte)
      let isLetter = byte < 0x80 && (scalar.properties.isAlphabetic || (48...57).contains(byte))
      if isLetter || plain.contains(byte) {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
  }
}
