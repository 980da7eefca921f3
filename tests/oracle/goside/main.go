// Command goside is Go's half of the comparison between curfew's scanner and parser and Go's own.
//
//	goside compare LIST RESULTS   checks curfew's RESULTS (what curfew_side LIST printed)
//	goside mutate LIST DIR COUNT  writes COUNT variants of the files with one fault each into DIR
//	goside tokens FILE            the token dump of go/scanner
//	goside tree FILE              the tree dump of go/parser
//
// The dumps have the form that src/syntax/dump.h describes.
package main

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
)

// A result says what one of the two parsers makes of a file.
type result struct {
	accepted     bool
	tokens, tree string // hashes of the dumps, where accepted
	line         int    // of the first error, where refused
	message      string
}

func hashOf(text []byte) string {
	h := fnv.New64a()
	h.Write(text)
	return fmt.Sprintf("%016x", h.Sum64())
}

// goResult runs go/parser and, where it accepts the file, makes both dumps.
func goResult(path string) (result, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return result{}, err
	}
	file, fset, fault := parse(path, src)
	if fault != nil {
		return result{line: fault.line, message: fault.message}, nil
	}
	return result{
		accepted: true,
		tokens:   hashOf(dumpTokens(src)),
		tree:     hashOf(dumpTree(file, fset, src)),
	}, nil
}

func readLines(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var lines []string
	scanner := bufio.NewScanner(f)
	scanner.Buffer(nil, 1<<20)
	for scanner.Scan() {
		lines = append(lines, scanner.Text())
	}
	return lines, scanner.Err()
}

// curfewResult reads a line that curfew_side printed.
func curfewResult(line string) (result, error) {
	fields := strings.SplitN(line, " ", 3)
	if len(fields) != 3 {
		return result{}, fmt.Errorf("unexpected result %q", line)
	}
	if fields[0] == "A" {
		return result{accepted: true, tokens: fields[1], tree: fields[2]}, nil
	}
	number, err := strconv.Atoi(fields[1])
	return result{line: number, message: fields[2]}, err
}

// A tally counts how the two agree.
type tally struct {
	accepted, equal   int // by go/parser; with equal dumps
	refused, sameLine int // by go/parser; with the same first line
	problems          []string
}

func (t *tally) add(path string, want, got result) {
	switch {
	case want.accepted && !got.accepted:
		t.accepted++
		t.problems = append(t.problems, fmt.Sprintf("%s:%d: refused: %s", path, got.line, got.message))
	case want.accepted:
		t.accepted++
		if want.tokens == got.tokens && want.tree == got.tree {
			t.equal++
			break
		}
		what := "tokens"
		if want.tokens == got.tokens {
			what = "tree"
		}
		t.problems = append(t.problems, fmt.Sprintf("%s: %s differ", path, what))
	case got.accepted:
		t.refused++
		t.problems = append(t.problems, fmt.Sprintf("%s:%d: accepted, but Go says: %s", path, want.line, want.message))
	default:
		t.refused++
		if want.line == got.line {
			t.sameLine++
			break
		}
		fmt.Printf("%s: first error in line %d (%s), for Go in line %d (%s)\n",
			path, got.line, got.message, want.line, want.message)
	}
}

// goResults runs go/parser over all files on all cores.
func goResults(paths []string) ([]result, error) {
	results := make([]result, len(paths))
	errs := make([]error, len(paths))
	next := make(chan int)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				results[i], errs[i] = goResult(paths[i])
			}
		})
	}
	for i := range paths {
		next <- i
	}
	close(next)
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return results, nil
}

// At least this share of the files that both refuse must have their first errors in the same line.
const sameLinePercent = 95

func compare(list, resultsPath string) error {
	paths, err := readLines(list)
	if err != nil {
		return err
	}
	lines, err := readLines(resultsPath)
	if err != nil {
		return err
	}
	if len(paths) != len(lines) || len(paths) == 0 {
		return fmt.Errorf("%d files, but %d results", len(paths), len(lines))
	}
	wanted, err := goResults(paths)
	if err != nil {
		return err
	}
	var t tally
	for i, path := range paths {
		got, err := curfewResult(lines[i])
		if err != nil {
			return err
		}
		t.add(path, wanted[i], got)
	}
	for _, p := range t.problems {
		fmt.Println(p)
	}
	fmt.Printf("oracle syntax: %d files accepted, %d equal; %d refused, %d same line\n",
		t.accepted, t.equal, t.refused, t.sameLine)
	if len(t.problems) > 0 {
		return fmt.Errorf("%d files differ", len(t.problems))
	}
	if t.sameLine*100 < t.refused*sameLinePercent {
		return fmt.Errorf("fewer than %d %% of the first errors in the same line", sameLinePercent)
	}
	return nil
}

func dump(what, path string) error {
	src, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if what == "tokens" {
		_, err = os.Stdout.Write(dumpTokens(src))
		return err
	}
	file, fset, fault := parse(path, src)
	if fault != nil {
		return fmt.Errorf("%s:%d: %s", path, fault.line, fault.message)
	}
	_, err = os.Stdout.Write(dumpTree(file, fset, src))
	return err
}

func run(args []string) error {
	switch {
	case len(args) == 3 && args[0] == "compare":
		return compare(args[1], args[2])
	case len(args) == 4 && args[0] == "mutate":
		count, err := strconv.Atoi(args[3])
		if err != nil {
			return err
		}
		return mutate(args[1], args[2], count)
	case len(args) == 2 && (args[0] == "tokens" || args[0] == "tree"):
		return dump(args[0], args[1])
	}
	return fmt.Errorf("usage: goside compare LIST RESULTS | mutate LIST DIR COUNT | tokens FILE | tree FILE")
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "goside:", err)
		os.Exit(1)
	}
}
