/** Compiles a mini program in Node, into plain data that a window can launch. */
export { type AppJson, type CompiledBuild, type ComponentJson, pagesOf } from './build';
export { type BuildFiles, compileBuild, compileFiles } from './compile';
