package main

import (
	"bufio"
	"bytes"
	"fmt"
	"sort"
	"strings"
)

// A fact is one line of a dump: where and what kind of fact, and what it says.
type fact struct {
	key, says string
}

func factOf(line []byte) (fact, bool) {
	fields := bytes.SplitN(line, []byte(" "), 4)
	if len(fields) < 4 {
		return fact{}, false
	}
	kind := string(fields[1])
	// "S-E Ident NAME -> …" is the identifier's object, "S-E Ident MODE TYPE" its type.
	if kind == "Ident" && bytes.HasPrefix(fields[3], []byte("-> ")) {
		kind = "object"
	}
	return fact{string(fields[0]) + " " + kind, string(fields[2]) + " " + string(fields[3])}, true
}

// kindOf tells which sum a line counts for.
func kindOf(line []byte) string {
	f, _ := factOf(line)
	return f.kind()
}

func (f fact) kind() string {
	switch f.key[strings.Index(f.key, " ")+1:] {
	case "object":
		return "identifiers"
	case "select":
		return "selectors"
	case "implicit":
		return "implicit"
	}
	return "expressions"
}

type tally struct {
	equal, unknown, missing, extra, different int
}

func (t tally) total() int {
	return t.equal + t.unknown + t.missing + t.different + t.extra
}

// share is the share of equal facts among all that either side has.
func (t tally) share() float64 {
	return 100 * float64(t.equal) / float64(max(t.total(), 1))
}

func (t tally) String() string {
	return fmt.Sprintf("%d facts, %.4f %% equal: %d unknown, %d missing, %d different, %d not in go/types",
		t.total(), t.share(), t.unknown, t.missing, t.different, t.extra)
}

var kinds = []string{"expressions", "identifiers", "selectors", "implicit"}

// sums counts by kind, and notes the differences.
type sums struct {
	partial bool // Go's dumps leave out what is marked as faulty, so that curfew has more
	by      map[string]*tally
	diffs   *bufio.Writer
	prefix  string // of the lines that tell the differences
}

func newSums(diffs *bufio.Writer, prefix string) *sums {
	s := &sums{by: map[string]*tally{}, diffs: diffs, prefix: prefix}
	for _, kind := range kinds {
		s.by[kind] = &tally{}
	}
	return s
}

// lacks tells that curfew's text says unknown where Go's does not.
func lacks(got, want string) bool {
	return words(got) > words(want)
}

// words counts "unknown" as a word of its own.
func words(s string) int {
	n := 0
	for i := 0; ; {
		at := strings.Index(s[i:], "unknown")
		if at < 0 {
			return n
		}
		before, after := i+at-1, i+at+len("unknown")
		if (before < 0 || !wordByte(s[before])) && (after >= len(s) || !wordByte(s[after])) {
			n++
		}
		i = after
	}
}

func wordByte(b byte) bool {
	return b == '_' || b == '.' || b == '/' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80
}

var invalid = []byte("invalid type")

// file compares the two dumps of a file. They are mostly the same line by line; the rest is
// compared by key.
func (s *sums) file(name string, want, got []byte) {
	var wantRest, gotRest [][]byte
	for len(want) > 0 && len(got) > 0 {
		w, g := nextLine(want), nextLine(got)
		if !bytes.Equal(w, g) {
			break
		}
		if !bytes.Contains(w, invalid) {
			s.by[kindOf(w)].equal++
		}
		want, got = want[len(w)+1:], got[len(g)+1:]
	}
	// From here on lines may stand in another order.
	for len(want) > 0 {
		w := nextLine(want)
		wantRest, want = append(wantRest, w), want[len(w)+1:]
	}
	for len(got) > 0 {
		g := nextLine(got)
		gotRest, got = append(gotRest, g), got[len(g)+1:]
	}
	s.rest(name, wantRest, gotRest)
}

func nextLine(b []byte) []byte {
	return b[:bytes.IndexByte(b, '\n')]
}

func byKey(lines [][]byte) map[string]fact {
	m := make(map[string]fact, len(lines))
	for _, line := range lines {
		if f, ok := factOf(line); ok {
			m[f.key] = f
		}
	}
	return m
}

func (s *sums) rest(name string, wantLines, gotLines [][]byte) {
	want, got := byKey(wantLines), byKey(gotLines)
	name = s.prefix + name
	keys := make([]string, 0, len(want)+len(got))
	for k := range want {
		keys = append(keys, k)
	}
	for k := range got {
		if _, both := want[k]; !both {
			keys = append(keys, k)
		}
	}
	sort.Strings(keys)
	for _, k := range keys {
		w, inGo := want[k]
		g, ok := got[k]
		switch {
		case !inGo && (s.partial || words(g.says) > 0):
		case !inGo:
			s.by[g.kind()].extra++
			fmt.Fprintf(s.diffs, "%s extra %s: %s\n", name, k, g.says)
		case strings.Contains(w.says, "invalid type"):
		case !ok:
			s.by[w.kind()].missing++
			fmt.Fprintf(s.diffs, "%s missing %s: %s\n", name, k, w.says)
		case g.says == w.says:
			s.by[w.kind()].equal++
		case lacks(g.says, w.says):
			s.by[w.kind()].unknown++
			fmt.Fprintf(s.diffs, "%s unknown %s: %s | %s\n", name, k, w.says, g.says)
		default:
			s.by[w.kind()].different++
			fmt.Fprintf(s.diffs, "%s differs %s: %s | %s\n", name, k, w.says, g.says)
		}
	}
}

// A bar is what the sums must reach.
type bar struct {
	expressions, identifiers float64 // shares; the other kinds as identifiers
	unknown                  bool    // expressions may be unknown
}

func (s *sums) report(out string, b bar) bool {
	good := true
	for _, kind := range kinds {
		t := *s.by[kind]
		fmt.Printf("oracle types: %s: %s: %v\n", out, kind, t)
		least := b.identifiers
		if kind == "expressions" {
			least = b.expressions
			good = good && (b.unknown || t.unknown+t.missing == 0)
		}
		good = good && t.share() >= least && (t.total() > 0 || kind == "implicit" || kind == "selectors")
	}
	return good
}
