package import PodEngine

extension Session {
  /// The cluster that comes out when everything that changed this one is done again with another
  /// seed. The seeds that were set on the way are left out: they would set it back.
  package func replayed(seed: UInt64) -> Cluster {
    var fresh = configuration
    fresh.seed = seed
    var session = Session(configuration: fresh)
    for change in record.changes where !change.command.hasPrefix("seed ") {
      session.configuration.files = SavedFiles(files: change.files)
      _ = session.submit(change.command)
    }
    return session.cluster
  }
}
