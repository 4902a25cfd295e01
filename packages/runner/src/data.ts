/** The room's door to data that people write: schemes, catalogues, goals, sheets. It brings the reader of YAML. */
export { assemble, type LoadedSchemes, loadSchemes, type SchemeFile } from './data/load-schemes.ts'
export { type ReadData, readDataFile, readDataInput } from './data/read-data-file.ts'
export { mostYamlBytes, type ReadYaml, readYaml } from './data/read-yaml.ts'
