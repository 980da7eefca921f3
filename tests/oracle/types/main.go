// Command types compares curfew's types with go/types.
//
//	types [flags] SIDE packages DIR PATTERN…   the packages that the go command lists in DIR
//	types [flags] SIDE files FILE…             single files that check alone
//	types [flags] SIDE faulty FILE…            single files with errors
//
// SIDE is the program made of types_side.c. Prints the numbers, writes the differences to a file,
// and fails below the bars.
package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"os"
)

func fatal(args ...any) {
	fmt.Fprintln(os.Stderr, append([]any{"oracle types:"}, args...)...)
	os.Exit(2)
}

type options struct {
	name  string
	diffs string
	cgo   bool
	bar   bar
}

// run compares units one by one; packages that Go itself finds faults in are counted apart, since
// what an unresolved import leaves behind is nobody's truth.
func run(w *world, units []*listing, program string, o options) bool {
	f, err := os.Create(o.diffs)
	if err != nil {
		fatal(err)
	}
	defer f.Close()
	diffs := bufio.NewWriter(f)
	defer diffs.Flush()
	s := startSide(program)
	defer s.stop()
	s.declare(w)
	clean, faulty := newSums(diffs, ""), newSums(diffs, "outside ")
	clean.partial = w.faulty
	files, packages, withFaults := 0, 0, 0
	for _, p := range units {
		s.ask(p)
		c := w.check(p, true)
		dumps := s.answer(len(w.fileNames(p)))
		sums := clean
		packages++
		if len(c.errs) > 0 && !w.faulty {
			fmt.Fprintf(diffs, "fault %s: %v\n", p.ImportPath, c.errs[0])
			sums = faulty
			withFaults++
		}
		if len(c.files) != len(dumps) {
			continue
		}
		files += len(dumps)
		for i := range c.files {
			var b bytes.Buffer
			d := &dumper{p: c, file: i, out: bufio.NewWriter(&b), faulty: w.faulty}
			d.dump()
			sums.file(c.names[i], b.Bytes(), dumps[i])
		}
	}
	fmt.Printf("oracle types: %s: %d packages, %d files\n", o.name, packages, files)
	good := clean.report(o.name, o.bar)
	if withFaults > 0 {
		faulty.report(fmt.Sprintf("%s, %d packages in which Go finds faults, outside the bar", o.name, withFaults), bar{unknown: true})
	}
	return good
}

func singles(faulty bool, names []string) (*world, []*listing) {
	w, err := list(".", false, "std")
	if err != nil {
		fatal(err)
	}
	w.faulty = faulty
	var units []*listing
	for i, name := range names {
		p := w.single(name, i)
		if p != nil && (faulty || len(w.check(p, false).errs) == 0 && len(w.check(p, true).errs) == 0) {
			units = append(units, p)
		}
	}
	return w, units
}

func main() {
	o := options{}
	flag.StringVar(&o.name, "name", "packages", "what the numbers are headed with")
	flag.StringVar(&o.diffs, "diffs", os.DevNull, "`file` for the differences")
	flag.BoolVar(&o.cgo, "cgo", false, "with CGO_ENABLED=1, and only packages with files that import C")
	flag.Float64Var(&o.bar.expressions, "expressions", 99.9, "least share of equal expressions")
	flag.Float64Var(&o.bar.identifiers, "identifiers", 99.99, "least share of equal identifiers")
	flag.BoolVar(&o.bar.unknown, "unknown", false, "expressions may be unknown")
	flag.Parse()
	args := flag.Args()
	if len(args) < 3 {
		flag.Usage()
		os.Exit(2)
	}
	var w *world
	var units []*listing
	switch args[1] {
	case "packages":
		var err error
		if w, err = list(args[2], o.cgo, args[3:]...); err != nil {
			fatal(err)
		}
		units = w.units(o.cgo)
	case "files", "faulty":
		w, units = singles(args[1] == "faulty", args[2:])
	default:
		fatal("what is", args[1])
	}
	if !run(w, units, args[0], o) {
		fmt.Printf("oracle types: %s: below the bar; see %s\n", o.name, o.diffs)
		os.Exit(1)
	}
}
