package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os/exec"
	"path/filepath"
	"strconv"
)

// listed is what the go command says of a package.
type listed struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	CgoFiles   []string
	ImportMap  map[string]string
}

// libraryImporter types packages of the module in the working directory and of those that it
// requires. Bodies are not checked: the declarations are all that is asked for.
type libraryImporter struct {
	fset   *token.FileSet
	known  map[string]*listed
	loaded map[string]*types.Package
}

func newLibraryImporter(fset *token.FileSet, paths []string) (*libraryImporter, error) {
	var errors bytes.Buffer
	cmd := exec.Command("go", append([]string{"list", "-e", "-deps", "-json=ImportPath,Dir,GoFiles,CgoFiles,ImportMap"}, paths...)...)
	cmd.Stderr = &errors
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %v\n%s", err, errors.String())
	}
	m := &libraryImporter{fset: fset, known: map[string]*listed{}, loaded: map[string]*types.Package{"unsafe": types.Unsafe}}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		p := new(listed)
		if err := d.Decode(p); err == io.EOF {
			return m, nil
		} else if err != nil {
			return nil, err
		}
		m.known[p.ImportPath] = p
	}
}

func (m *libraryImporter) Import(path string) (*types.Package, error) {
	return m.ImportFrom(path, "", 0)
}

func (m *libraryImporter) ImportFrom(path, _ string, _ types.ImportMode) (*types.Package, error) {
	if p := m.loaded[path]; p != nil {
		return p, nil
	}
	l := m.known[path]
	if l == nil {
		return nil, fmt.Errorf("package %s is not listed", path)
	}
	var files []*ast.File
	for _, name := range append(l.GoFiles, l.CgoFiles...) {
		f, err := parser.ParseFile(m.fset, filepath.Join(l.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	conf := types.Config{Importer: mapped{m, l.ImportMap}, IgnoreFuncBodies: true, FakeImportC: true, Error: func(error) {}}
	p, _ := conf.Check(path, m.fset, files, nil)
	m.loaded[path] = p
	return p, nil
}

// mapped turns the import paths of one package's files into those of the packages meant (vendored
// ones of the standard library).
type mapped struct {
	m     *libraryImporter
	paths map[string]string
}

func (i mapped) Import(path string) (*types.Package, error) {
	if to, ok := i.paths[path]; ok {
		path = to
	}
	return i.m.Import(path)
}

// checkCases type-checks files, each a package of its own, against the packages that they import.
func checkCases(files []string) error {
	fset := token.NewFileSet()
	var parsed []*ast.File
	var paths []string
	for _, name := range files {
		f, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		parsed = append(parsed, f)
		for _, spec := range f.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			paths = append(paths, path)
		}
	}
	m, err := newLibraryImporter(fset, paths)
	if err != nil {
		return err
	}
	for _, f := range parsed {
		conf := types.Config{Importer: m}
		if _, err := conf.Check("cases", fset, []*ast.File{f}, nil); err != nil {
			return err
		}
	}
	fmt.Printf("%d cases of models are real Go\n", len(files))
	return nil
}
