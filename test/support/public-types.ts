import ts from "typescript";

/** A type that what an entry exports leads to: its name, and the file it stands in. */
export interface ReachableType {
  readonly name: string;
  readonly file: string;
}

/**
 * Every named type of the sources that the public signatures of an entry file lead to: parameters, results, fields and heritage
 * of what it exports, and of the types so found. Private members and initial values are no part of a signature.
 */
export function publicTypes(
  entry: string,
  config: string,
): { readonly exported: ReadonlySet<string>; readonly reachable: readonly ReachableType[] } {
  const { config: json } = ts.readConfigFile(config, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(json, ts.sys, config.replace(/\/[^/]+$/, ""));
  const program = ts.createProgram([entry], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error("the entry exports nothing");
  const exports = checker.getExportsOfModule(module);
  const roots = exports.map((symbol) => original(symbol, checker));
  const constructible = new Set(
    exports.filter((one) => !isTypeOnly(one)).map((one) => original(one, checker)),
  );
  const exported = new Set(roots);
  const found = new Map<ts.Symbol, ReachableType>();
  const seen = new Set<ts.Symbol>();
  const open = [...roots];
  for (let symbol = open.pop(); symbol !== undefined; symbol = open.pop()) {
    if (seen.has(symbol)) continue;
    seen.add(symbol);
    for (const declaration of symbol.declarations ?? []) {
      const file = declaration.getSourceFile().fileName;
      if (!file.includes("/src/") || file.includes("node_modules")) continue;
      visit(declaration, constructible.has(symbol), (name) => {
        const next = checker.getSymbolAtLocation(name);
        if (next === undefined) return;
        const target = original(next, checker);
        const isType = target.flags & (ts.SymbolFlags.Type & ~ts.SymbolFlags.TypeParameter);
        const [from] = target.declarations ?? [];
        const path = from?.getSourceFile().fileName ?? "";
        if (isType === 0 || !path.includes("/src/") || path.includes("node_modules")) return;
        if (!exported.has(target)) found.set(target, { name: target.name, file: path });
        open.push(target);
      });
    }
  }
  return { exported: new Set([...exported].map(({ name }) => name)), reachable: [...found.values()] };
}

/** True for `export type { … }`: nobody can call its constructor. */
function isTypeOnly({ declarations = [] }: ts.Symbol): boolean {
  return declarations.some(
    (one) => ts.isExportSpecifier(one) && (one.isTypeOnly || one.parent.parent.isTypeOnly),
  );
}

function original(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** Calls back with each name of a type in what a declaration shows. */
function visit(node: ts.Node, isConstructible: boolean, onName: (name: ts.Node) => void): void {
  if (ts.isConstructorDeclaration(node) && !isConstructible) return;
  if (ts.isBlock(node) || (ts.isPropertyDeclaration(node) && ts.isPrivateIdentifier(node.name))) return;
  const flags = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  if (flags.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword)) return;
  if (ts.isMethodDeclaration(node) && ts.isPrivateIdentifier(node.name)) return;
  if (ts.isTypeReferenceNode(node)) onName(last(node.typeName));
  if (ts.isExpressionWithTypeArguments(node) && ts.isIdentifier(node.expression)) onName(node.expression);
  ts.forEachChild(node, (child) => {
    const isValue =
      (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) && child === node.initializer;
    if (!isValue && !(ts.isParameter(node) && child === node.initializer))
      visit(child, isConstructible, onName);
  });
}

function last(name: ts.EntityName): ts.Node {
  return ts.isIdentifier(name) ? name : name.right;
}
