import module java.base;

/** Runs google-java-format on its own JVM: java Format.java check|fix JAR FOLDER. */
void main(String[] args) throws IOException, InterruptedException {
  boolean fix = args[0].equals("fix");
  Path java = Path.of(System.getProperty("java.home"), "bin", "java");
  List<String> call = new ArrayList<>(List.of(java.toString(), "-jar", args[1], fix ? "-i" : "-n"));
  try (var files = Files.walk(Path.of(args[2]))) {
    files.map(Path::toString).filter(f -> f.endsWith(".java")).sorted().forEach(call::add);
  }
  Process process = new ProcessBuilder(call).redirectErrorStream(true).start();
  String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  IO.print(said);
  boolean bad = process.waitFor() != 0 || (!fix && !said.isEmpty());
  if (bad) {
    IO.println("Not formatted. Mend: mvn -q validate exec:exec@format");
  }
  System.exit(bad ? 1 : 0);
}
