using System.Runtime.Versioning;

// Pipes, permissions and names that are no text are Unix's; the tests that make them run there.
[assembly: UnsupportedOSPlatform("windows")]
