package import PodEngine

/// A table as the API server sends it (`meta.k8s.io/v1 Table`): the server decides what stands in
/// the cells, kubectl only lays it out.
package struct Table: Hashable, Sendable {
  package var columns: [Column]
  package var rows: [Row]

  package struct Column: Hashable, Sendable {
    /// As the server writes it: `Ready`. kubectl shows it in upper case.
    package let name: String
    /// `string` or `integer`.
    package let type: String
    /// `name` for the column that names the object.
    package let format: String
    /// 0 for columns that are always shown, 1 for those of `-o wide`.
    package let priority: Int

    package init(_ name: String, type: String = "string", format: String = "", priority: Int = 0) {
      (self.name, self.type, self.format, self.priority) = (name, type, format, priority)
    }

    /// A column of `-o wide`.
    static func wide(_ name: String) -> Column { Column(name, priority: 1) }

    /// A column with whole numbers.
    static func integer(_ name: String) -> Column { Column(name, type: "integer") }

    /// The column that names the object.
    static let name = Column("Name", format: "name")
    static let age = Column("Age")
  }

  package struct Row: Hashable, Sendable {
    /// Texts, whole numbers or null.
    package var cells: [APIValue]
    /// The object, or as much of it as the printer needs: its metadata.
    package let object: APIValue

    package init(cells: [APIValue], object: APIValue) {
      (self.cells, self.object) = (cells, object)
    }

    /// The cell of a column; a row that is too short has empty ones.
    func cell(_ index: Int) -> APIValue { cells.indices.contains(index) ? cells[index] : .null }
  }

  package init(columns: [Column], rows: [Row]) {
    (self.columns, self.rows) = (columns, rows)
  }
}
