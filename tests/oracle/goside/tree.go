package main

import (
	"go/ast"
	"go/token"
)

// A tree prints nodes, one a line.
type tree struct {
	text
	file  *token.File
	level int
}

// Deeper levels are not indented further.
const indentLevelsMax = 40

func dumpTree(f *ast.File, fset *token.FileSet, src []byte) []byte {
	t := &tree{text: text{src: src}, file: fset.File(f.FileStart)}
	t.open("File", "File", 0, len(src))
	t.at("package", f.Package)
	t.children()
	t.node("Name", f.Name)
	for _, d := range f.Decls {
		t.node("Decls", d)
	}
	t.close()
	for _, g := range f.Comments {
		t.word("CommentGroup")
		for _, c := range g.List {
			start := t.file.Offset(c.Slash)
			t.word(" ")
			t.span(start, commentEnd(src, start))
		}
		t.word("\n")
	}
	return t.out
}

// open starts the line of a node; details follow, then children, then close.
func (t *tree) open(field, kind string, start, end int) {
	for range min(t.level, indentLevelsMax) {
		t.word("  ")
	}
	t.word(field)
	t.word(": ")
	t.word(kind)
	t.word(" ")
	t.span(start, end)
}

func (t *tree) children() {
	t.word("\n")
	t.level++
}

func (t *tree) close() { t.level-- }

func (t *tree) begin(field, kind string, n ast.Node) {
	t.open(field, kind, t.file.Offset(n.Pos()), t.file.Offset(n.End()))
}

func (t *tree) detail(s string) {
	t.word(" ")
	t.word(s)
}

func (t *tree) at(name string, pos token.Pos) {
	if pos.IsValid() {
		t.detail(name)
		t.word("=")
		t.number(t.file.Offset(pos))
	}
}

func (t *tree) operator(op token.Token, pos token.Pos) {
	t.detail(op.String())
	t.at("op", pos)
}

func (t *tree) source(n ast.Node) {
	t.word(" ")
	t.escaped(t.src[t.file.Offset(n.Pos()):t.file.Offset(n.End())])
}

func exprs(t *tree, field string, list []ast.Expr) {
	for _, x := range list {
		t.node(field, x)
	}
}

func idents(t *tree, field string, list []*ast.Ident) {
	for _, x := range list {
		t.node(field, x)
	}
}

func stmts(t *tree, field string, list []ast.Stmt) {
	for _, s := range list {
		t.node(field, s)
	}
}

// node prints a node with all below it; nothing for nil.
func (t *tree) node(field string, n ast.Node) {
	switch n := n.(type) {
	case nil:
	case ast.Decl:
		t.decl(field, n)
	case ast.Spec:
		t.spec(field, n)
	case ast.Stmt:
		t.stmt(field, n)
	case ast.Expr:
		t.expr(field, n)
	}
}

func (t *tree) fieldList(field string, l *ast.FieldList) {
	if l == nil {
		return
	}
	t.begin(field, "FieldList", l)
	t.at("opening", l.Opening)
	t.at("closing", l.Closing)
	t.children()
	for _, f := range l.List {
		t.begin("List", "Field", f)
		t.children()
		idents(t, "Names", f.Names)
		t.node("Type", f.Type)
		if f.Tag != nil {
			t.node("Tag", f.Tag)
		}
		t.close()
	}
	t.close()
}

func (t *tree) decl(field string, n ast.Decl) {
	switch n := n.(type) {
	case *ast.GenDecl:
		t.begin(field, "GenDecl", n)
		t.detail(n.Tok.String())
		t.at("lparen", n.Lparen)
		t.at("rparen", n.Rparen)
		t.children()
		for _, s := range n.Specs {
			t.node("Specs", s)
		}
	case *ast.FuncDecl:
		t.begin(field, "FuncDecl", n)
		t.children()
		t.fieldList("Recv", n.Recv)
		t.node("Name", n.Name)
		t.node("Type", n.Type)
		if n.Body != nil {
			t.node("Body", n.Body)
		}
	default:
		panic("unexpected declaration")
	}
	t.close()
}

func (t *tree) spec(field string, n ast.Spec) {
	switch n := n.(type) {
	case *ast.ImportSpec:
		t.begin(field, "ImportSpec", n)
		t.children()
		if n.Name != nil {
			t.node("Name", n.Name)
		}
		t.node("Path", n.Path)
	case *ast.ValueSpec:
		t.begin(field, "ValueSpec", n)
		t.children()
		idents(t, "Names", n.Names)
		t.node("Type", n.Type)
		exprs(t, "Values", n.Values)
	case *ast.TypeSpec:
		t.begin(field, "TypeSpec", n)
		t.at("assign", n.Assign)
		t.children()
		t.node("Name", n.Name)
		t.fieldList("TypeParams", n.TypeParams)
		t.node("Type", n.Type)
	}
	t.close()
}
