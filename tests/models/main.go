// Command models checks that each declaration of a model file has exactly the type of the real one.
//
//	models [-partial] DIRECTORY PACKAGE…
//	models -cases FILE…
//
// With -partial the packages are those that the module in the working directory requires, and a
// model may leave out fields of a struct and methods of an interface; what it has must be right.
// With -cases files are type-checked, each alone, against what that module requires.
//
// Model and package are compared by a canonical text of their types: full paths, no parameter
// names, no unexported fields. What a directive `since 1.N` says is newer than the Go at hand is
// passed over. The methods that `until` names must exist on the type of its target.
package main

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/constant"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
)

// The form these declarations of encoding/json had before Go 1.27, which makes aliases of
// types that few programs name, or gives them more fields.
var olderForm = map[string]bool{
	"encoding/json.RawMessage": true, "encoding/json.Marshaler": true, "encoding/json.Unmarshaler": true,
	"encoding/json.UnmarshalTypeError": true,
}

type checker struct {
	fset   *token.FileSet
	real   types.ImporterFrom
	minor  int
	part   bool // models may leave out fields and methods
	faults int
	count  int
}

func (c *checker) fault(pos token.Pos, format string, args ...any) {
	c.faults++
	fmt.Printf("%s: %s\n", c.fset.Position(pos), fmt.Sprintf(format, args...))
}

var sinceRE = regexp.MustCompile(`(?m)^//curfew:since 1\.(\d+)$`)

// tooNew says whether a doc comment gates its declaration to a newer Go.
func (c *checker) tooNew(groups ...*ast.CommentGroup) bool {
	for _, g := range groups {
		if g == nil {
			continue
		}
		for _, comment := range g.List {
			if m := sinceRE.FindStringSubmatch(comment.Text); m != nil {
				if n, _ := strconv.Atoi(m[1]); n > c.minor {
					return true
				}
			}
		}
	}
	return false
}

// canon writes a type without what does not matter: parameter names, hidden fields and methods.
type canon struct {
	params map[*types.TypeParam]int
	skip   map[string]bool // fields and methods that are too new
}

func (k *canon) tuple(t *types.Tuple, variadic bool) string {
	var parts []string
	for i := 0; i < t.Len(); i++ {
		s := k.text(t.At(i).Type())
		if variadic && i == t.Len()-1 {
			s = "..." + s
		}
		parts = append(parts, s)
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

func (k *canon) typeParams(list *types.TypeParamList) string {
	if list.Len() == 0 {
		return ""
	}
	var parts []string
	for i := 0; i < list.Len(); i++ {
		k.params[list.At(i)] = len(k.params)
	}
	for i := 0; i < list.Len(); i++ {
		parts = append(parts, k.text(list.At(i).Constraint()))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

func (k *canon) signature(s *types.Signature) string {
	return k.typeParams(s.TypeParams()) + k.tuple(s.Params(), s.Variadic()) + k.tuple(s.Results(), false)
}

func (k *canon) structure(s *types.Struct) string {
	var parts []string
	for i := 0; i < s.NumFields(); i++ {
		f := s.Field(i)
		if f.Exported() && !k.skip[f.Name()] {
			parts = append(parts, fmt.Sprintf("%s %s %t", f.Name(), k.text(f.Type()), f.Embedded()))
		}
	}
	return "struct{" + strings.Join(parts, "; ") + "}"
}

func (k *canon) interfaceText(t *types.Interface) string {
	var parts []string
	for i := 0; i < t.NumMethods(); i++ {
		m := t.Method(i)
		if m.Exported() && !k.skip[m.Name()] {
			parts = append(parts, m.Name()+k.signature(m.Type().(*types.Signature)))
		}
	}
	for i := 0; i < t.NumEmbeddeds(); i++ {
		if u, ok := t.EmbeddedType(i).(*types.Union); ok {
			parts = append(parts, k.text(u))
		}
	}
	if t.IsComparable() {
		parts = append(parts, "comparable")
	}
	return "interface{" + strings.Join(parts, "; ") + "}"
}

func (k *canon) named(obj *types.TypeName, args *types.TypeList) string {
	s := obj.Name()
	if obj.Pkg() != nil {
		s = obj.Pkg().Path() + "." + s
	}
	for i := 0; i < args.Len(); i++ {
		s += "," + k.text(args.At(i))
	}
	return s
}

func (k *canon) text(t types.Type) string {
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		return k.named(t.Obj(), t.TypeArgs())
	case *types.Pointer:
		return "*" + k.text(t.Elem())
	case *types.Slice:
		return "[]" + k.text(t.Elem())
	case *types.Array:
		return fmt.Sprintf("[%d]%s", t.Len(), k.text(t.Elem()))
	case *types.Map:
		return "map[" + k.text(t.Key()) + "]" + k.text(t.Elem())
	case *types.Chan:
		return fmt.Sprintf("chan %d %s", t.Dir(), k.text(t.Elem()))
	case *types.Signature:
		return "func" + k.signature(t)
	case *types.Struct:
		return k.structure(t)
	case *types.Interface:
		return k.interfaceText(t)
	case *types.TypeParam:
		return fmt.Sprintf("$%d", k.params[t])
	case *types.Union:
		var parts []string
		for i := 0; i < t.Len(); i++ {
			parts = append(parts, fmt.Sprintf("%t%s", t.Term(i).Tilde(), k.text(t.Term(i).Type())))
		}
		return strings.Join(parts, "|")
	default:
		return t.String()
	}
}

func newCanon(skip map[string]bool) *canon {
	return &canon{params: map[*types.TypeParam]int{}, skip: skip}
}

// declText is the canonical text of an object: kind, type, and a constant's value.
func declText(obj types.Object, skip map[string]bool) string {
	k := newCanon(skip)
	switch obj := obj.(type) {
	case *types.Const:
		return "const " + k.text(obj.Type()) + " " + value(obj.Val())
	case *types.TypeName:
		if obj.IsAlias() {
			return "alias " + k.text(obj.Type())
		}
		named := obj.Type().(*types.Named)
		return "type " + k.typeParams(named.TypeParams()) + k.text(named.Underlying())
	default:
		return fmt.Sprintf("%T %s", obj, k.text(obj.Type()))
	}
}

// value is a constant's value; floats may be written in more than one way.
func value(v constant.Value) string {
	if v.Kind() == constant.Float {
		f, _ := constant.Float64Val(v)
		return fmt.Sprint(f)
	}
	return v.ExactString()
}

// members are the texts of a struct's fields and an interface's methods, by name; nil for other types.
func members(obj types.Object) map[string]string {
	named, ok := obj.Type().(*types.Named)
	if _, isType := obj.(*types.TypeName); !isType || !ok {
		return nil
	}
	k, found := newCanon(nil), map[string]string{}
	k.typeParams(named.TypeParams())
	switch u := named.Underlying().(type) {
	case *types.Struct:
		for i := 0; i < u.NumFields(); i++ {
			found[u.Field(i).Name()] = k.text(u.Field(i).Type())
		}
	case *types.Interface:
		if u.IsComparable() || !u.IsMethodSet() {
			return nil
		}
		for i := 0; i < u.NumMethods(); i++ {
			found[u.Method(i).Name()] = k.text(u.Method(i).Type())
		}
	default:
		return nil
	}
	return found
}

// comparePart compares the members that the model has; false where the types have no members.
func (c *checker) comparePart(pos token.Pos, name string, model, real types.Object) bool {
	got, want := members(model), members(real)
	if got == nil || want == nil {
		return false
	}
	for member, text := range got {
		if token.IsExported(member) && want[member] != text {
			c.fault(pos, "%s.%s\n  model: %s\n  real:  %s", name, member, text, want[member])
		}
	}
	return true
}

func (c *checker) compare(pos token.Pos, name string, model, real types.Object, skip map[string]bool) {
	c.count++
	if real == nil {
		c.fault(pos, "%s does not exist", name)
		return
	}
	if c.part && c.comparePart(pos, name, model, real) {
		return
	}
	got, want := declText(model, skip), declText(real, skip)
	if got != want {
		c.fault(pos, "%s\n  model: %s\n  real:  %s", name, got, want)
	}
}

// newMembers names the fields and methods of a type declaration that are too new.
func (c *checker) newMembers(spec *ast.TypeSpec) map[string]bool {
	skip := map[string]bool{}
	var list *ast.FieldList
	switch t := spec.Type.(type) {
	case *ast.StructType:
		list = t.Fields
	case *ast.InterfaceType:
		list = t.Methods
	default:
		return skip
	}
	for _, f := range list.List {
		for _, n := range f.Names {
			if c.tooNew(f.Doc) {
				skip[n.Name] = true
			}
		}
	}
	return skip
}

func (c *checker) method(pkg, real *types.Package, d *ast.FuncDecl, fresh map[string]bool) {
	t := d.Recv.List[0].Type
	if s, ok := t.(*ast.StarExpr); ok {
		t = s.X
	}
	switch x := t.(type) {
	case *ast.IndexExpr:
		t = x.X
	case *ast.IndexListExpr:
		t = x.X
	}
	typeName := t.(*ast.Ident).Name
	if fresh[typeName] || olderForm[pkg.Path()+"."+typeName] {
		return
	}
	find := func(p *types.Package) types.Object {
		obj := p.Scope().Lookup(typeName)
		if obj == nil {
			return nil
		}
		m, _, _ := types.LookupFieldOrMethod(types.NewPointer(obj.Type()), true, p, d.Name.Name)
		return m
	}
	c.compare(d.Pos(), typeName+"."+d.Name.Name, find(pkg), find(real), nil)
	model, _ := find(pkg).(*types.Func)
	rf, _ := find(real).(*types.Func)
	if model == nil || rf == nil {
		return
	}
	if c.part && promoted(rf, typeName) {
		return
	}
	_, mp := model.Type().(*types.Signature).Recv().Type().(*types.Pointer)
	_, rp := rf.Type().(*types.Signature).Recv().Type().(*types.Pointer)
	if mp != rp {
		c.fault(d.Pos(), "%s.%s: the receiver's pointer differs", typeName, d.Name.Name)
	}
}

// promoted says whether the method belongs to another type, which is embedded in this one.
func promoted(m *types.Func, typeName string) bool {
	t := m.Type().(*types.Signature).Recv().Type()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := t.(*types.Named)
	return ok && n.Obj().Name() != typeName
}

var untilRE = regexp.MustCompile(`^//curfew:(\S+) (.*?)\buntil ((?:\w+ ?)+?)(?: (?:since|before) .*)?$`)

// hasMethod says whether values of the type, or pointers to them, have one of these methods.
func hasMethod(t types.Type, names []string) bool {
	if named, ok := t.(*types.Named); ok && !types.IsInterface(named) {
		t = types.NewPointer(t)
	}
	for _, name := range names {
		if obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name); obj != nil {
			return true
		}
	}
	return false
}

// target gives the type that an `until` speaks of: of a must-release its target; of a starts the
// first result where that has such a method; else of a method the receiver and of a function the
// first result.
func target(sig *types.Signature, directive, rest string, until []string) types.Type {
	field := ""
	var t types.Type
	word, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	ofResult := sig.Recv() == nil || sig.Results().Len() > 0 && hasMethod(sig.Results().At(0).Type(), until)
	if directive == "must-release" || directive == "starts" && ofResult {
		head, tail, _ := strings.Cut(word, ".")
		index := 0
		if n, err := strconv.Atoi(tail); err == nil {
			index = n
		} else {
			field = tail
		}
		if head == "recv" {
			t = sig.Recv().Type()
		} else {
			t = sig.Results().At(index).Type()
		}
	} else {
		t = sig.Recv().Type()
	}
	if field != "" {
		f, _, _ := types.LookupFieldOrMethod(t, true, nil, field)
		t = f.Type()
	}
	return t
}

func (c *checker) until(pos token.Pos, sig *types.Signature, doc *ast.CommentGroup) {
	if doc == nil {
		return
	}
	for _, comment := range doc.List {
		m := untilRE.FindStringSubmatch(comment.Text)
		if m == nil {
			continue
		}
		t := target(sig, m[1], m[2], strings.Fields(m[3]))
		for _, name := range strings.Fields(m[3]) {
			if !hasMethod(t, []string{name}) {
				c.fault(pos, "%s: %s has no method %s", comment.Text, t, name)
			}
		}
	}
}

func (c *checker) genDecl(pkg, real *types.Package, d *ast.GenDecl, fresh map[string]bool) {
	lookup := func(n *ast.Ident, skip map[string]bool) {
		if n.IsExported() && !olderForm[pkg.Path()+"."+n.Name] {
			c.compare(n.Pos(), n.Name, pkg.Scope().Lookup(n.Name), real.Scope().Lookup(n.Name), skip)
		}
	}
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			if c.tooNew(d.Doc, spec.Doc) {
				fresh[spec.Name.Name] = true
				continue
			}
			lookup(spec.Name, c.newMembers(spec))
		case *ast.ValueSpec:
			for _, n := range spec.Names {
				if !c.tooNew(d.Doc, spec.Doc) {
					lookup(n, nil)
				}
			}
		}
	}
}

func (c *checker) file(directory, path string) error {
	f, err := parser.ParseFile(c.fset, filepath.Join(directory, path+".go"), nil, parser.ParseComments)
	if err != nil {
		return err
	}
	info := &types.Info{Defs: map[*ast.Ident]types.Object{}}
	conf := types.Config{Importer: c.real, IgnoreFuncBodies: true, Error: func(err error) {
		if e, ok := err.(types.Error); ok && !strings.Contains(e.Msg, "missing function body") &&
			!strings.Contains(e.Msg, "func is missing a body") {
			c.fault(e.Pos, "%s", e.Msg)
		}
	}}
	pkg, _ := conf.Check(path, c.fset, []*ast.File{f}, info)
	real, err := c.real.ImportFrom(path, ".", 0)
	if err != nil {
		return err
	}
	if pkg.Name() != real.Name() {
		c.fault(f.Name.Pos(), "the package is called %s", real.Name())
	}
	fresh := map[string]bool{}
	for _, d := range f.Decls { // types first: methods ask whether theirs is too new
		if g, ok := d.(*ast.GenDecl); ok {
			c.genDecl(pkg, real, g, fresh)
		}
	}
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || c.tooNew(fn.Doc) {
			continue
		}
		c.until(fn.Pos(), info.Defs[fn.Name].Type().(*types.Signature), fn.Doc)
		if fn.Recv == nil {
			c.compare(fn.Pos(), fn.Name.Name, pkg.Scope().Lookup(fn.Name.Name), real.Scope().Lookup(fn.Name.Name), nil)
		} else if r := fn.Recv.List[0].Type; exportedReceiver(r) {
			c.method(pkg, real, fn, fresh)
		}
	}
	return nil
}

func exportedReceiver(t ast.Expr) bool {
	if s, ok := t.(*ast.StarExpr); ok {
		t = s.X
	}
	switch x := t.(type) {
	case *ast.IndexExpr:
		t = x.X
	case *ast.IndexListExpr:
		t = x.X
	}
	id, ok := t.(*ast.Ident)
	return ok && id.IsExported()
}

func main() {
	build.Default.CgoEnabled = false
	c := &checker{fset: token.NewFileSet()}
	args := os.Args[1:]
	if len(args) > 1 && args[0] == "-cases" {
		if err := checkCases(args[1:]); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		return
	}
	if len(args) > 0 && args[0] == "-partial" {
		c.part, args = true, args[1:]
	}
	if len(args) < 2 {
		fmt.Println("usage: models [-partial] DIRECTORY PACKAGE…")
		os.Exit(2)
	}
	c.real = importer.ForCompiler(c.fset, "source", nil).(types.ImporterFrom)
	if c.part {
		m, err := newLibraryImporter(c.fset, args[1:])
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		c.real = m
	}
	fmt.Sscanf(runtime.Version(), "go1.%d", &c.minor)
	for _, path := range args[1:] {
		if err := c.file(args[0], path); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
	}
	fmt.Printf("%d declarations of %d packages compared with %s, %d differ\n", c.count, len(args)-1,
		runtime.Version(), c.faults)
	if c.faults > 0 || c.count == 0 {
		os.Exit(1)
	}
}
