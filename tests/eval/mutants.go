// mutants.go - breaks real modules in single places, and asks curfew whether it sees that.
//
//	go run mutants.go -curfew PATH -module DIR [-n 60] [-seed 1] [-only N] > table
//
// A place is a statement that gives something back: a call of a cancel function, Stop, close,
// Unlock, RUnlock, Done or Add of a wait group, and a select case that listens to a context. It is removed
// (an Add in front of a go statement with a literal is moved into it every other time). curfew checks the
// package before and after; a finding that was not there before is what the mutant gets. Lines stay where they
// are, so findings can be compared. Whether a mutant breaks behaviour is judged by reading.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"log"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
)

type edit struct {
	from, to int
	text     string
}

type place struct {
	file, pkg, kind, fun string
	line, first, last    int // first, last: lines of the function
	edits                []edit
}

type span struct {
	Path string
	Line int
}

type finding struct {
	Rule, Level, Fingerprint, Path string
	Line                           int
	Related, Witness               []span
}

func skipped(path string, text []byte) bool {
	head := text[:min(len(text), 2000)]
	return strings.HasSuffix(path, "_test.go") || bytes.Contains(head, []byte("DO NOT EDIT")) || bytes.Contains(head, []byte("//go:build"))
}

// kindOf says what a call gives back, or nothing.
func kindOf(call *ast.CallExpr) string {
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		if fun.Name == "close" && len(call.Args) == 1 {
			return "close"
		}
		if strings.Contains(strings.ToLower(fun.Name), "cancel") && len(call.Args) == 0 {
			return "cancel"
		}
	case *ast.SelectorExpr:
		name := strings.ToLower(fun.Sel.Name)
		recv := ""
		switch x := fun.X.(type) {
		case *ast.Ident:
			recv = strings.ToLower(x.Name)
		case *ast.SelectorExpr:
			recv = strings.ToLower(x.Sel.Name)
		}
		group := strings.Contains(recv, "wg") || strings.Contains(recv, "wait") || strings.Contains(recv, "group")
		switch {
		case (name == "unlock" || name == "runlock") && len(call.Args) == 0:
			return "unlock"
		case name == "stop" && len(call.Args) == 0:
			return "stop"
		case strings.Contains(name, "cancel") && len(call.Args) == 0:
			return "cancel"
		case name == "done" && group:
			return "done"
		case name == "add" && group && len(call.Args) == 1:
			return "add"
		}
	}
	return ""
}

// keepsUsed is what is left of a call: nothing, or a use of a variable that has to have one.
func keepsUsed(call *ast.CallExpr) string {
	if id, ok := call.Fun.(*ast.Ident); ok && id.Name != "close" {
		return "_ = " + id.Name
	}
	return ""
}

func isDone(comm ast.Stmt) bool {
	es, ok := comm.(*ast.ExprStmt)
	if !ok {
		return false
	}
	un, ok := es.X.(*ast.UnaryExpr)
	if !ok || un.Op != token.ARROW {
		return false
	}
	call, ok := un.X.(*ast.CallExpr)
	if !ok {
		return false
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "Done"
}

type walker struct {
	fset *token.FileSet
	base place
	out  *[]place
}

func (w walker) offset(p token.Pos) int { return w.fset.Position(p).Offset }

func (w walker) add(kind string, at token.Pos, edits ...edit) {
	p := w.base
	p.kind, p.line, p.edits = kind, w.fset.Position(at).Line, edits
	*w.out = append(*w.out, p)
}

func (w walker) stmt(s, next ast.Stmt) {
	var call *ast.CallExpr
	switch s := s.(type) {
	case *ast.ExprStmt:
		call, _ = s.X.(*ast.CallExpr)
	case *ast.DeferStmt:
		call = s.Call
	}
	if call == nil {
		return
	}
	kind := kindOf(call)
	if kind == "" {
		return
	}
	gone := edit{w.offset(s.Pos()), w.offset(s.End()), keepsUsed(call)}
	if g, ok := next.(*ast.GoStmt); ok && kind == "add" && w.fset.Position(s.Pos()).Line%2 == 0 {
		if lit, ok := g.Call.Fun.(*ast.FuncLit); ok {
			at := w.offset(lit.Body.Lbrace) + 1
			w.add("add moved", s.Pos(), gone, edit{at, at, "\x00"})
			return
		}
	}
	w.add(kind, s.Pos(), gone)
}

func (w walker) Visit(n ast.Node) ast.Visitor {
	var list []ast.Stmt
	switch n := n.(type) {
	case *ast.FuncDecl:
		w.base.fun = n.Name.Name
		w.base.first, w.base.last = w.fset.Position(n.Pos()).Line, w.fset.Position(n.End()).Line
	case *ast.BlockStmt:
		list = n.List
	case *ast.CaseClause:
		list = n.Body
	case *ast.CommClause:
		list = n.Body
	case *ast.SelectStmt:
		for _, c := range n.Body.List {
			cc := c.(*ast.CommClause)
			if cc.Comm != nil && isDone(cc.Comm) && len(n.Body.List) > 1 {
				w.add("ctx.Done case", c.Pos(), edit{w.offset(c.Pos()), w.offset(c.End()), ""})
			}
		}
	}
	for i, s := range list {
		var next ast.Stmt
		if i+1 < len(list) {
			next = list[i+1]
		}
		w.stmt(s, next)
	}
	return w
}

func placesIn(root string) []place {
	var out []place
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			name := d.Name()
			if path != root && (name == "testdata" || name == "vendor" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")) {
				return filepath.SkipDir
			}
			if _, err := os.Stat(filepath.Join(path, "go.mod")); err == nil && path != root {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil || skipped(path, text) {
			return err
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, path, text, parser.SkipObjectResolution)
		if err != nil {
			return nil
		}
		rel, _ := filepath.Rel(root, path)
		ast.Walk(walker{fset, place{file: rel, pkg: "./" + filepath.Dir(rel)}, &out}, f)
		return nil
	})
	if err != nil {
		log.Fatal(err)
	}
	return out
}

// mutate applies the edits and keeps every line where it is.
func mutate(text []byte, p place) []byte {
	removed := ""
	sort.SliceStable(p.edits, func(i, j int) bool { return p.edits[i].from > p.edits[j].from })
	for _, e := range p.edits {
		if e.text == "" || e.text[0] == '_' {
			removed = string(text[e.from:e.to])
		}
	}
	out := text
	for _, e := range p.edits {
		with := e.text
		if with == "\x00" {
			with = " " + removed + ";"
		}
		with += strings.Repeat("\n", bytes.Count(out[e.from:e.to], []byte("\n")))
		out = append(append(append([]byte{}, out[:e.from]...), with...), out[e.to:]...)
	}
	return out
}

func check(curfew, root, pkg string) map[string]finding {
	cmd := exec.Command(curfew, "check", "--format", "json", pkg)
	cmd.Dir = root
	text, _ := cmd.Output()
	var all struct{ Findings []finding }
	if err := json.Unmarshal(text, &all); err != nil {
		return nil
	}
	out := map[string]finding{}
	for _, f := range all.Findings {
		out[fmt.Sprint(f.Fingerprint, f.Path, f.Line)] = f
	}
	return out
}

// touches says whether the finding points into the function.
func touches(f finding, p place) bool {
	for _, s := range append(append([]span{{f.Path, f.Line}}, f.Related...), f.Witness...) {
		if strings.HasSuffix(s.Path, filepath.Base(p.file)) && s.Line >= p.first && s.Line <= p.last {
			return true
		}
	}
	return false
}

func try(curfew, root string, p place, before map[string]finding) string {
	path := filepath.Join(root, p.file)
	text, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(path, mutate(text, p), 0o644); err != nil {
		log.Fatal(err)
	}
	after := check(curfew, root, p.pkg)
	if err := os.WriteFile(path, text, 0o644); err != nil {
		log.Fatal(err)
	}
	if after == nil {
		return "failed"
	}
	var here, there []string
	for key, f := range after {
		if _, old := before[key]; old {
			continue
		}
		if touches(f, p) {
			here = append(here, f.Rule)
		} else {
			there = append(there, f.Rule)
		}
	}
	sort.Strings(here)
	sort.Strings(there)
	switch {
	case len(here) > 0:
		return strings.Join(here, ",")
	case len(there) > 0:
		return "elsewhere: " + strings.Join(there, ",")
	}
	return "-"
}

func main() {
	log.SetFlags(0)
	curfew := flag.String("curfew", "curfew", "the program")
	root := flag.String("module", ".", "a copy of the module that may be written to")
	n := flag.Int("n", 60, "number of places")
	seed := flag.Int64("seed", 1, "of the drawing")
	only := flag.Int("only", 0, "number of one place")
	show := flag.Bool("print", false, "print the mutated file of -only and change nothing")
	flag.Parse()
	all := placesIn(*root)
	rng := rand.New(rand.NewSource(*seed))
	rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	known := map[string]map[string]finding{}
	for i, p := range all[:min(*n, len(all))] {
		if *only != 0 && *only != i+1 {
			continue
		}
		if *show {
			text, _ := os.ReadFile(filepath.Join(*root, p.file))
			os.Stdout.Write(mutate(text, p))
			return
		}
		if known[p.pkg] == nil {
			known[p.pkg] = check(*curfew, *root, p.pkg)
		}
		got := try(*curfew, *root, p, known[p.pkg])
		fmt.Printf("%d\t%s\t%s:%d\t%s\t%s\n", i+1, p.kind, p.file, p.line, p.fun, got)
	}
}
