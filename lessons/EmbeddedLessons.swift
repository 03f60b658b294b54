/// The lessons that are part of the program.
package enum EmbeddedLessons {
}
