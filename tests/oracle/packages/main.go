// Command packages is Go's side of comparisons with packages_side.c.
//
//	packages                            reads what `go list -json` prints and writes it as lines of
//	                                    path, variant, kind and value, separated by tabs
//	packages constraints LINES ANSWERS  writes random build constraints, and what Go says of them
//
// The variants of the go command are named "p [q.test]". Those of the package under test itself are
// curfew's variants; packages between an external test and what it tests, which the go command
// builds once more, are the same files again and count as plain. Generated main packages are left
// out.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

type listed struct {
	ImportPath, Dir, Name, ForTest string
	GoFiles, CgoFiles              []string
	IgnoredGoFiles, InvalidGoFiles []string
	TestGoFiles, XTestGoFiles      []string
	Imports                        []string
	EmbedPatterns                  []string
	Match                          []string
	Module                         *struct{ Path, Version string }
	Error                          *struct{ Err string }
}

// plain drops " [q.test]".
func plain(path string) string {
	path, _, _ = strings.Cut(path, " ")
	return path
}

func variant(p *listed) string {
	switch {
	case p.ForTest == "":
		return "plain"
	case plain(p.ImportPath) == p.ForTest+"_test":
		return "external"
	case plain(p.ImportPath) == p.ForTest:
		return "tested"
	}
	return "plain"
}

// unwanted says what curfew's graph has no node for. The go command builds a program once more for its
// external tests, even if it has no others.
func unwanted(p *listed) bool {
	if variant(p) == "tested" && len(p.TestGoFiles) == 0 {
		return true
	}
	return plain(p.ImportPath) == "unsafe" || p.Dir == "" || strings.HasSuffix(p.ImportPath, ".test") && p.Name == "main"
}

func write(out io.Writer, p *listed) {
	kind := variant(p)
	path := plain(p.ImportPath)
	line := func(what, value string) {
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\n", path, kind, what, value)
	}
	// A directory with tests alone has no plain package in curfew.
	files := len(p.GoFiles) + len(p.CgoFiles)
	if files == 0 && len(p.TestGoFiles)+len(p.XTestGoFiles) > 0 {
		return
	}
	line("dir", p.Dir)
	if p.Module != nil {
		line("module", strings.TrimSpace(p.Module.Path+" "+p.Module.Version))
	}
	for _, f := range append(p.GoFiles, p.CgoFiles...) {
		line("file", f)
	}
	if kind == "plain" && len(p.Match) > 0 {
		for _, f := range p.IgnoredGoFiles {
			line("ignored", f)
		}
	}
	for _, i := range p.Imports {
		if i = plain(i); i != "C" && i != "unsafe" {
			line("import", i)
		}
	}
	if kind == "plain" {
		for _, e := range p.EmbedPatterns {
			line("embed", e)
		}
	}
}

func read(from io.Reader) (map[string]*listed, error) {
	all := map[string]*listed{}
	for in := json.NewDecoder(bufio.NewReader(from)); ; {
		var p listed
		if err := in.Decode(&p); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		all[p.ImportPath] = &p
	}
}

func main() {
	if len(os.Args) == 4 && os.Args[1] == "constraints" {
		if err := constraints(200000, os.Args[2], os.Args[3]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	all, err := read(os.Stdin)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	seen := map[string]bool{}
	var visit func(p *listed)
	visit = func(p *listed) {
		if p == nil || seen[p.ImportPath] {
			return
		}
		seen[p.ImportPath] = true
		if !unwanted(p) {
			write(out, p)
		}
		for _, i := range p.Imports {
			visit(all[i])
		}
	}
	// What only the generated main packages need is not in curfew's graph.
	for _, p := range all {
		tested, generated := strings.CutSuffix(p.ImportPath, ".test")
		if !generated {
			if len(p.Match) > 0 {
				visit(p)
			}
			continue
		}
		for _, i := range p.Imports {
			if plain(i) == tested || plain(i) == tested+"_test" {
				visit(all[i])
			}
		}
	}
}
