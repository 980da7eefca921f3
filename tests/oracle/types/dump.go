package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"reflect"
	"strings"
)

// dumper writes what go/types found for a file in the form of src/types/dump.h.
type dumper struct {
	p      *checked
	file   int
	out    *bufio.Writer
	faulty bool

	marked map[int]bool // lines with faults
}

const textMax = 300

func cut(s string) string {
	if len(s) > textMax {
		return s[:textMax] + "..."
	}
	return s
}

func typeString(t types.Type) string {
	if t == nil {
		return "()"
	}
	if tuple, ok := t.(*types.Tuple); ok && tuple == nil {
		return "()"
	}
	return cut(types.TypeString(t, nil))
}

func (d *dumper) offset(pos token.Pos) int {
	return d.p.fset.PositionFor(pos, false).Offset
}

// skip tells that a node lies on a line that is marked as faulty.
func (d *dumper) skip(n ast.Node) bool {
	first, last := d.p.fset.PositionFor(n.Pos(), false).Line, d.p.fset.PositionFor(n.End(), false).Line
	for line := first; line <= last; line++ {
		if d.marked[line] {
			return true
		}
	}
	return false
}

// mark finds the lines with an ERROR mark, and those that use the tests' own builtin assert.
func (d *dumper) mark() {
	src, err := os.ReadFile(d.p.names[d.file])
	if err != nil {
		fatal(err)
	}
	d.marked = map[int]bool{}
	for i, line := range strings.Split(string(src), "\n") {
		if strings.Contains(line, "ERROR") || strings.Contains(line, "assert(") {
			d.marked[i+1] = true
		}
	}
}

func (d *dumper) line(n ast.Node) {
	fmt.Fprintf(d.out, "%d-%d ", d.offset(n.Pos()), d.offset(n.End()))
}

func mode(tv types.TypeAndValue) string {
	switch {
	case tv.IsVoid():
		return "novalue"
	case tv.IsBuiltin():
		return "builtin"
	case tv.IsType():
		return "type"
	case tv.Value != nil:
		return "const"
	case tv.Addressable():
		return "var"
	case tv.Assignable():
		return "mapindex"
	case tv.HasOk():
		return "commaok"
	}
	return "value"
}

func kindName(n ast.Node) string {
	return strings.TrimPrefix(reflect.TypeOf(n).String(), "*ast.")
}

func (d *dumper) expr(e ast.Expr) {
	tv, ok := d.p.info.Types[e]
	if !ok || d.skip(e) {
		return
	}
	d.line(e)
	fmt.Fprintf(d.out, "%s %s %s", kindName(e), mode(tv), typeString(tv.Type))
	if tv.Value != nil {
		fmt.Fprintf(d.out, " = %s", cut(tv.Value.ExactString()))
	}
	fmt.Fprintln(d.out)
}

func objectKind(o types.Object) string {
	switch o := o.(type) {
	case *types.PkgName:
		return "package"
	case *types.Const:
		return "const"
	case *types.TypeName:
		return "type"
	case *types.Var:
		if o.IsField() {
			return "field"
		}
		return "var"
	case *types.Func:
		return "func"
	case *types.Label:
		return "label"
	case *types.Builtin:
		return "builtin"
	}
	return "nil"
}

func objectName(o types.Object) string {
	if f, ok := o.(*types.Func); ok {
		return f.FullName()
	}
	if v, ok := o.(*types.Var); ok && v.IsField() {
		return o.Name()
	}
	if pkg := o.Pkg(); pkg != nil && pkg.Scope().Lookup(o.Name()) == o {
		return pkg.Path() + "." + o.Name()
	}
	// Blank package-level names are in no scope but have a path as well.
	if pkg := o.Pkg(); pkg != nil && o.Name() == "_" && o.Parent() == pkg.Scope() {
		return pkg.Path() + "._"
	}
	return o.Name()
}

func (d *dumper) object(o types.Object) {
	fmt.Fprintf(d.out, "%s ", objectKind(o))
	if pkg, ok := o.(*types.PkgName); ok {
		fmt.Fprintf(d.out, "%s %s\n", o.Name(), pkg.Imported().Path())
		return
	}
	fmt.Fprint(d.out, cut(objectName(o)))
	switch o.(type) {
	case *types.Const, *types.TypeName, *types.Var, *types.Func:
		fmt.Fprintf(d.out, " %s", typeString(o.Type()))
	}
	if o.Pkg() == d.p.pkg && o.Pos().IsValid() && o.Name() != "" {
		fmt.Fprint(d.out, " @")
		name := d.p.fset.PositionFor(o.Pos(), false).Filename
		if name != d.p.names[d.file] {
			for i, other := range d.p.names {
				if other == name {
					fmt.Fprintf(d.out, "%d:", i)
				}
			}
		}
		fmt.Fprint(d.out, d.offset(o.Pos()))
	}
	fmt.Fprintln(d.out)
}

func (d *dumper) ident(id *ast.Ident) {
	o := d.p.info.Uses[id]
	if o == nil {
		o = d.p.info.Defs[id]
	}
	if o == nil || d.skip(id) {
		return
	}
	d.line(id)
	fmt.Fprintf(d.out, "Ident %s -> ", id.Name)
	d.object(o)
}

func (d *dumper) implicit(n ast.Node, o types.Object) {
	if o == nil || d.skip(n) {
		return
	}
	d.line(n)
	fmt.Fprint(d.out, "implicit -> ")
	d.object(o)
}

func (d *dumper) selection(e *ast.SelectorExpr) {
	s := d.p.info.Selections[e]
	if s == nil || d.skip(e) {
		return
	}
	d.line(e)
	kind := [...]string{types.FieldVal: "field", types.MethodVal: "method", types.MethodExpr: "methodexpr"}[s.Kind()]
	fmt.Fprintf(d.out, "select %s %s ", kind, typeString(s.Recv()))
	if s.Indirect() {
		fmt.Fprint(d.out, "*")
	}
	t := s.Recv()
	for _, i := range s.Index()[:len(s.Index())-1] {
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		f := t.Underlying().(*types.Struct).Field(i)
		fmt.Fprintf(d.out, "%s.", f.Name())
		t = f.Type()
	}
	fmt.Fprintln(d.out, s.Obj().Name())
}

// embedded finds the identifier that names an embedded field.
func embedded(t ast.Expr) *ast.Ident {
	for {
		switch e := t.(type) {
		case *ast.Ident:
			return e
		case *ast.StarExpr:
			t = e.X
		case *ast.ParenExpr:
			t = e.X
		case *ast.SelectorExpr:
			return e.Sel
		case *ast.IndexExpr:
			t = e.X
		case *ast.IndexListExpr:
			t = e.X
		default:
			return nil
		}
	}
}

func (d *dumper) node(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Ident:
		d.expr(n)
		d.ident(n)
	case *ast.SelectorExpr:
		d.expr(n)
		d.selection(n)
	case ast.Expr:
		d.expr(n)
	case *ast.StructType:
	case *ast.CaseClause, *ast.ImportSpec:
		d.implicit(n, d.p.info.Implicits[n])
	case *ast.Field:
		d.implicit(n, d.p.info.Implicits[n])
	}
	if s, ok := n.(*ast.StructType); ok {
		for _, f := range s.Fields.List {
			if id := embedded(f.Type); len(f.Names) == 0 && id != nil {
				d.implicit(f, d.p.info.Defs[id])
			}
		}
	}
	return true
}

func (d *dumper) dump() {
	if d.faulty {
		d.mark()
	}
	ast.Inspect(d.p.files[d.file], d.node)
	d.out.Flush()
}
