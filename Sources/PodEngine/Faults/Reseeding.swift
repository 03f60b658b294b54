/// `seed N`: what is drawn at random from now on comes from another seed.
extension Cluster {
  /// The streams begin anew, each under its own name. The name says how much has happened, so that
  /// going back to an old seed cannot give a UID a second time.
  mutating func reseed(_ seed: UInt64) {
    self.seed = seed
    let changes = watchLog.count
    func stream(_ name: String) -> RandomSource {
      RandomSource(seed: seed, name: "\(name) after \(changes)")
    }
    apiServer.identities = stream("kube-apiserver")
    scheduler.reseed(stream(Scheduler.name))
    serviceRandom = stream("kube-proxy")
    latencies = stream("latency")
    for name in kubelets.map(\.key) {
      kubelets[name]?.runtime.random = stream("containerd \(name)")
      kubelets[name]?.latencies = stream("latency \(name)")
    }
  }
}
