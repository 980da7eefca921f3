package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// A fact is one line of a dump: where and what kind of fact, and what it says.
type facts map[string]string

func (f facts) add(line string) {
	fields := strings.SplitN(line, " ", 4)
	if len(fields) < 4 {
		return
	}
	// "S-E Ident NAME -> …" is the identifier's object, "S-E Ident MODE TYPE" its type.
	key := fields[0] + " " + fields[1]
	if fields[1] == "Ident" && strings.HasPrefix(fields[3], "-> ") {
		key = fields[0] + " object"
	}
	f[key] = fields[2] + " " + fields[3]
}

func read(name string) facts {
	file, err := os.Open(name)
	if err != nil {
		return nil
	}
	defer file.Close()
	f := facts{}
	s := bufio.NewScanner(file)
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		f.add(s.Text())
	}
	return f
}

type tally struct {
	equal, unknown, missing, extra, different int
}

func (t tally) String() string {
	total := t.equal + t.unknown + t.missing + t.different
	share := func(n int) float64 { return 100 * float64(n) / float64(max(total, 1)) }
	return fmt.Sprintf("%d facts: %.3f %% equal, %.3f %% unknown, %.3f %% missing, %.3f %% different; %d not in go/types",
		total, share(t.equal), share(t.unknown), share(t.missing), share(t.different), t.extra)
}

func hasUnknown(s string) bool {
	return strings.Contains(s, "unknown")
}

// compare prints the numbers and tells whether everything is equal.
func compare(dir string) bool {
	names, _ := filepath.Glob(filepath.Join(dir, "*.go.txt"))
	sort.Strings(names)
	diffs := bufio.NewWriter(create(filepath.Join(dir, "differences")))
	defer diffs.Flush()
	sums := map[string]*tally{"expressions": {}, "identifiers": {}, "selectors": {}, "implicit": {}}
	for _, name := range names {
		want := read(name)
		got := read(strings.TrimSuffix(name, ".go.txt") + ".c.txt")
		compareFile(filepath.Base(name), want, got, sums, diffs)
	}
	equal := true
	for _, kind := range []string{"expressions", "identifiers", "selectors", "implicit"} {
		t := *sums[kind]
		fmt.Printf("oracle types: %s: %v\n", kind, t)
		equal = equal && t.equal > 0 && t.unknown+t.missing+t.different+t.extra == 0
	}
	return equal
}

func sumOf(key string, sums map[string]*tally) *tally {
	switch key[strings.Index(key, " ")+1:] {
	case "object":
		return sums["identifiers"]
	case "select":
		return sums["selectors"]
	case "implicit":
		return sums["implicit"]
	}
	return sums["expressions"]
}

func compareFile(name string, want, got facts, sums map[string]*tally, diffs *bufio.Writer) {
	keys := make([]string, 0, len(want))
	for k := range want {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		w, sum := want[k], sumOf(k, sums)
		g, ok := got[k]
		switch {
		case strings.Contains(w, "invalid type"):
			continue
		case !ok:
			sum.missing++
			fmt.Fprintf(diffs, "%s missing %s: %s\n", name, k, w)
		case g == w:
			sum.equal++
		case hasUnknown(g):
			sum.unknown++
			fmt.Fprintf(diffs, "%s unknown %s: %s | %s\n", name, k, w, g)
		default:
			sum.different++
			fmt.Fprintf(diffs, "%s differs %s: %s | %s\n", name, k, w, g)
		}
	}
	for k, g := range got {
		if _, ok := want[k]; !ok && !hasUnknown(g) {
			sumOf(k, sums).extra++
			fmt.Fprintf(diffs, "%s extra %s: %s\n", name, k, g)
		}
	}
}
