package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// A listing is a package as the go command lists it: which files, and what its imports mean.
type listing struct {
	ImportPath string
	Dir        string
	Name       string
	ForTest    string
	Standard   bool
	DepOnly    bool
	GoFiles    []string
	CgoFiles   []string
	Imports    []string
	ImportMap  map[string]string
	Module     *struct{ GoVersion string }

	path     string         // as go/types and curfew name it
	declared *types.Package // for those who import it, without bodies
	err      error
}

// A world is a list of packages that contains whatever is imported in it.
type world struct {
	byID   map[string]*listing
	order  []*listing
	cgo    bool
	faulty bool // files with errors are wanted
	sizes  types.Sizes
}

// A checked package with everything that is known of its nodes.
type checked struct {
	fset  *token.FileSet
	names []string // of files
	files []*ast.File
	pkg   *types.Package
	info  *types.Info
	errs  []error
}

const goNewest = 27

// list asks the go command in a directory for packages and all that they need, tests included.
func list(dir string, cgo bool, patterns ...string) (*world, error) {
	args := append([]string{"list", "-e", "-deps", "-test",
		"-json=ImportPath,Dir,Name,ForTest,Standard,DepOnly,GoFiles,CgoFiles,Imports,ImportMap,Module"}, patterns...)
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	enabled := "0"
	if cgo {
		enabled = "1"
	}
	cmd.Env = append(os.Environ(), "CGO_ENABLED="+enabled)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil && len(out) == 0 {
		return nil, err
	}
	arch := os.Getenv("GOARCH")
	if arch == "" {
		arch = "amd64"
	}
	w := &world{byID: map[string]*listing{}, cgo: cgo, sizes: types.SizesFor("gc", arch)}
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		p := &listing{}
		if err := dec.Decode(p); errors.Is(err, io.EOF) {
			return w, nil
		} else if err != nil {
			return nil, err
		}
		w.add(p)
	}
}

func (w *world) add(p *listing) {
	p.path, _, _ = strings.Cut(p.ImportPath, " ")
	w.byID[p.ImportPath] = p
	w.order = append(w.order, p)
}

// fileNames gives the absolute names of the files that are checked.
func (w *world) fileNames(p *listing) []string {
	var names []string
	files := p.GoFiles
	if w.cgo {
		files = append(append([]string{}, p.CgoFiles...), files...)
	}
	for _, name := range files {
		if !filepath.IsAbs(name) {
			name = filepath.Join(p.Dir, name)
		}
		names = append(names, name)
	}
	return names
}

// minor is N of the language version 1.N of the package's module.
func (p *listing) minor() int {
	if p.Module == nil {
		return goNewest
	}
	n, err := strconv.Atoi(strings.SplitN(strings.TrimPrefix(p.Module.GoVersion, "1."), ".", 2)[0])
	if err != nil {
		return 16 // what a go.mod without a go line means
	}
	return n
}

// units are the packages to compare: those that were named, in the variant with most files; with
// `cgo` those of them that have files which import C.
func (w *world) units(cgo bool) []*listing {
	tested := map[string]bool{}
	for _, p := range w.order {
		if p.ForTest != "" && p.path == p.ForTest {
			tested[p.path] = true
		}
	}
	var units []*listing
	for _, p := range w.order {
		switch {
		case p.DepOnly || strings.HasSuffix(p.ImportPath, ".test"):
		case p.ForTest == "" && tested[p.path]:
		case p.ForTest != "" && p.path != p.ForTest && p.path != p.ForTest+"_test":
		case cgo && len(p.CgoFiles) == 0:
		case p.path == "unsafe" || len(w.fileNames(p)) == 0:
		default:
			units = append(units, p)
		}
	}
	return units
}

// imports gives what the imports of a package mean.
func (w *world) imports(p *listing, spec string) (*types.Package, error) {
	if spec == "unsafe" {
		return types.Unsafe, nil
	}
	id := spec
	if mapped := p.ImportMap[spec]; mapped != "" {
		id = mapped
	}
	d := w.byID[id]
	if d == nil {
		return nil, fmt.Errorf("no package %s", id)
	}
	if d.declared == nil && d.err == nil {
		d.err = fmt.Errorf("import cycle through %s", id)
		c := w.check(d, false)
		d.declared, d.err = c.pkg, nil
		if len(c.files) == 0 {
			d.declared, d.err = nil, fmt.Errorf("no files of %s", id)
		}
	}
	return d.declared, d.err
}

type importer struct {
	w *world
	p *listing
}

func (i importer) Import(spec string) (*types.Package, error) {
	return i.w.imports(i.p, spec)
}

// check parses and checks a package; `full` keeps what is known of its nodes, bodies included.
func (w *world) check(p *listing, full bool) *checked {
	c := &checked{fset: token.NewFileSet()}
	for _, name := range w.fileNames(p) {
		f, err := parser.ParseFile(c.fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			c.errs = append(c.errs, err)
		}
		if f != nil && f.Name != nil && f.Name.Name != "" {
			c.names, c.files = append(c.names, name), append(c.files, f)
		}
	}
	conf := types.Config{
		Importer:         importer{w, p},
		Sizes:            w.sizes,
		GoVersion:        fmt.Sprintf("go1.%d", p.minor()),
		IgnoreFuncBodies: !full,
		FakeImportC:      w.cgo,
		Error:            func(err error) { c.errs = append(c.errs, err) },
	}
	if full {
		c.info = &types.Info{
			Types:      map[ast.Expr]types.TypeAndValue{},
			Defs:       map[*ast.Ident]types.Object{},
			Uses:       map[*ast.Ident]types.Object{},
			Implicits:  map[ast.Node]types.Object{},
			Selections: map[*ast.SelectorExpr]*types.Selection{},
		}
	}
	c.pkg, _ = conf.Check(p.path, c.fset, c.files, c.info)
	return c
}

// single makes a package of one file; nil where it imports what no package list has.
func (w *world) single(name string, id int) *listing {
	src, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
	if err != nil && !w.faulty {
		return nil
	}
	p := &listing{ImportPath: fmt.Sprintf("unit%d", id), GoFiles: []string{name}}
	if src == nil {
		return nil
	}
	for _, imp := range src.Imports {
		path := strings.Trim(imp.Path.Value, "\"`")
		if path == "C" || strings.HasPrefix(path, ".") {
			return nil
		}
	}
	w.add(p)
	return p
}
