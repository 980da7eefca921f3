// Command types compares curfew's types with go/types.
//
//	types manifest DIR std|cmd          checks the standard library or the commands,
//	types manifest DIR FILE…            or single files that check alone,
//	types manifest DIR faulty FILE…     or single files with errors, and writes to DIR the list of
//	                                    packages and files for curfew's side, and dumps
//	types compare DIR                   compares the dumps of both sides, prints the numbers, and
//	                                    fails unless everything is equal
package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

func fatal(args ...any) {
	fmt.Fprintln(os.Stderr, args...)
	os.Exit(2)
}

func create(name string) *os.File {
	f, err := os.Create(name)
	if err != nil {
		fatal(err)
	}
	return f
}

// standard lists the packages of the standard library or of the commands, without test data.
func standard(l *loader, commands bool) []string {
	src := filepath.Join(l.ctxt.GOROOT, "src")
	var paths []string
	root := src
	if commands {
		root = filepath.Join(src, "cmd")
	}
	filepath.Walk(root, func(name string, info os.FileInfo, err error) error {
		if err != nil || !info.IsDir() {
			return nil
		}
		base := filepath.Base(name)
		rel, _ := filepath.Rel(src, name)
		if base == "testdata" || base == "vendor" || rel == "builtin" || !commands && rel == "cmd" || strings.HasPrefix(base, "_") {
			return filepath.SkipDir
		}
		if bp, err := l.ctxt.ImportDir(name, 0); err == nil && len(bp.GoFiles) > 0 {
			paths = append(paths, filepath.ToSlash(rel))
		}
		return nil
	})
	sort.Strings(paths)
	return paths
}

func (l *loader) dumpFiles(p *loaded, dir string, id int, list *bufio.Writer) {
	fmt.Fprintf(list, "unit %d %s\n", id, p.path)
	for i := range p.files {
		f := create(filepath.Join(dir, fmt.Sprintf("%d.%d.go.txt", id, i)))
		d := &dumper{l: l, p: p, file: i, out: bufio.NewWriterSize(f, 1<<16)}
		d.dump()
		f.Close()
	}
}

func manifest(dir string, args []string) {
	l := newLoader()
	var units []*loaded
	if len(args) > 0 && args[0] == "faulty" {
		l.faulty = true
		args = args[1:]
	}
	if len(args) == 1 && (args[0] == "std" || args[0] == "cmd") {
		for _, path := range standard(l, args[0] == "cmd") {
			if p := l.load(path); p.err == nil {
				units = append(units, p)
			} else {
				fmt.Fprintln(os.Stderr, path, p.err)
			}
		}
	} else {
		for i, name := range args {
			if p := l.single(name, i); p != nil {
				units = append(units, p)
			}
		}
	}
	f := create(filepath.Join(dir, "manifest"))
	defer f.Close()
	list := bufio.NewWriter(f)
	defer list.Flush()
	for _, p := range l.order {
		fmt.Fprintf(list, "package %s\n", p.path)
		for _, name := range p.names {
			fmt.Fprintf(list, "file %s\n", name)
		}
	}
	for id, p := range units {
		l.dumpFiles(p, dir, id, list)
	}
}

func main() {
	if len(os.Args) < 3 {
		fatal("usage: types manifest DIR std|cmd|[faulty] FILE… | types compare DIR")
	}
	switch dir := os.Args[2]; os.Args[1] {
	case "manifest":
		manifest(dir, os.Args[3:])
	case "compare":
		if !compare(dir) {
			os.Exit(1)
		}
	default:
		fatal("unknown command", os.Args[1])
	}
}
