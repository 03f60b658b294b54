package import PodShell

/// The files that lie beside a page, by the path of the page. Nothing else is read for it.
package struct FilesOfPage: Sendable {
  private let files: @Sendable (_ page: String) -> any FileAccess

  package init(_ files: @escaping @Sendable (_ page: String) -> any FileAccess) {
    self.files = files
  }

  /// No files at all.
  package static let none = FilesOfPage { _ in NoFiles() }

  func callAsFunction(_ page: String) -> any FileAccess { files(page) }
}
