package main

import (
	"fmt"
	"go/ast"
	"os"
	"time"

	"golang.org/x/tools/go/packages"
)

// What was loaded, for showing that both sides did the same work.
type tally struct {
	packages, files, lines, bodies int
	errors                         int
	// What the type checker has recorded: the syntax of a package without it was parsed in vain.
	expressions int
}

func (t *tally) add(p *packages.Package) {
	t.errors += len(p.Errors)
	for _, e := range p.Errors {
		fmt.Fprintf(os.Stderr, "load_peer: %s: %v\n", p.ID, e)
	}
	// The one file of package unsafe is documentation; its declarations are built into the checker.
	if p.PkgPath == "unsafe" {
		return
	}
	t.packages++
	t.files += len(p.Syntax)
	for _, file := range p.Syntax {
		t.lines += p.Fset.File(file.FileStart).LineCount()
		for _, decl := range file.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok && f.Body != nil {
				t.bodies++
			}
		}
	}
	if p.TypesInfo != nil {
		t.expressions += len(p.TypesInfo.Types)
	}
}

func load(dir string, patterns []string) error {
	start := time.Now()
	roots, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax, Dir: dir}, patterns...)
	if err != nil {
		return err
	}
	wall := time.Since(start)
	// Taken before the counting below, which is no part of the work that is compared.
	used, err := usageSoFar()
	if err != nil {
		return err
	}
	var t tally
	packages.Visit(roots, nil, t.add)
	fmt.Printf("go/packages wall_s=%.3f cpu_s=%.3f rss_mib=%.1f packages=%d files=%d lines=%d bodies=%d roots=%d errors=%d expressions=%d\n",
		wall.Seconds(), used.cpu.Seconds(), used.peakMiB(),
		t.packages, t.files, t.lines, t.bodies, len(roots), t.errors, t.expressions)
	return nil
}
