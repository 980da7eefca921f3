package main

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"strings"
)

// loader checks packages from source, each once, under the path that they are imported by.
type loader struct {
	fset     *token.FileSet
	ctxt     build.Context
	packages map[string]*loaded
	order    []*loaded // dependencies first
	faulty   bool      // files with errors are wanted
}

type loaded struct {
	path  string
	names []string // file names
	files []*ast.File
	pkg   *types.Package
	info  *types.Info
	err   error
}

func newLoader() *loader {
	ctxt := build.Default
	ctxt.CgoEnabled = false
	return &loader{fset: token.NewFileSet(), ctxt: ctxt, packages: map[string]*loaded{}}
}

// Import implements types.Importer.
func (l *loader) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	p := l.load(path)
	return p.pkg, p.err
}

func (l *loader) load(path string) *loaded {
	if p := l.packages[path]; p != nil {
		if p.pkg == nil && p.err == nil {
			p.err = fmt.Errorf("import cycle through %s", path)
		}
		return p
	}
	p := &loaded{path: path}
	l.packages[path] = p
	bp, err := l.ctxt.Import(path, filepath.Join(l.ctxt.GOROOT, "src"), 0)
	// The standard library's and the commands' own dependencies lie in vendor trees.
	for _, tree := range []string{"vendor/", "cmd/vendor/"} {
		if err != nil {
			bp, err = l.ctxt.Import(tree+path, "", 0)
		}
	}
	if err != nil {
		p.err = err
		return p
	}
	for _, name := range bp.GoFiles {
		p.names = append(p.names, filepath.Join(bp.Dir, name))
	}
	l.check(p)
	return p
}

// check parses and checks the files of p, and appends it to the order after its imports.
func (l *loader) check(p *loaded) {
	for _, name := range p.names {
		f, err := parser.ParseFile(l.fset, name, nil, parser.SkipObjectResolution)
		if err != nil && !(l.faulty && f != nil && f.Name.Name != "") {
			p.err = err
			return
		}
		p.files = append(p.files, f)
	}
	p.info = &types.Info{
		Types:      map[ast.Expr]types.TypeAndValue{},
		Defs:       map[*ast.Ident]types.Object{},
		Uses:       map[*ast.Ident]types.Object{},
		Implicits:  map[ast.Node]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
	}
	conf := types.Config{Importer: l, Sizes: types.SizesFor("gc", "amd64"), GoVersion: langVersion}
	if l.faulty {
		conf.Error = func(error) {}
	}
	p.pkg, p.err = conf.Check(p.path, l.fset, p.files, p.info)
	l.order = append(l.order, p)
}

var langVersion = "go1.27"

// single checks one file as a package of its own; nil when it does not check and files with errors
// are not wanted.
func (l *loader) single(name string, id int) *loaded {
	p := &loaded{path: fmt.Sprintf("unit%d", id), names: []string{name}}
	src, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
	if err != nil {
		return nil
	}
	for _, imp := range src.Imports {
		path := strings.Trim(imp.Path.Value, "\"`")
		if path == "C" || strings.HasPrefix(path, ".") {
			return nil
		}
	}
	l.check(p)
	if l.faulty && p.pkg != nil {
		return p
	}
	if p.err != nil {
		if n := len(l.order); n > 0 && l.order[n-1] == p {
			l.order = l.order[:n-1]
		}
		return nil
	}
	return p
}
