// Compares curfew's findings with the marks in other analyzers' test data.
//
// usage: peers CURFEW DIFFERENCES WORK MODULE=DIRECTORY...
//
// A mark is a want or diag comment on a line. It is met by a finding of the suite's rule that starts on
// that line or names it as evidence: tools choose differently between the two ends of one bug. A finding
// none of whose places is marked is counted too, unless a row of DIFFERENCES names it with a reason. What
// the other tool says of a line is not compared.
package main

import (
	"encoding/json"
	"fmt"
	"go/build"
	"go/build/constraint"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
)

const newest = 27

var (
	wanted  = regexp.MustCompile("// want((?:\\s+(?:\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`))+)")
	pattern = regexp.MustCompile("\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`")
	diag    = regexp.MustCompile("//@.*\\bdiag\\(")
	version = regexp.MustCompile(`(?m)^go 1\.(\d+)`)
	folder  = regexp.MustCompile(`/go1\.(\d+)(?:/|$)`)
	row     = regexp.MustCompile("(?m)^\\| `([\\w]+)` \\| `([^`]+):(\\d+)` \\|")
)

type place struct {
	file string
	line int
}

type finding struct {
	Rule    string
	Message string
	Path    string
	Line    int
	Related []struct {
		Path string
		Line int
	}
}

// A unit is the files that one run of curfew gets.
type unit struct {
	files []string
	minor int
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(2)
	}
}

// included says whether Go 1.minor builds the file.
func included(text string, minor int) bool {
	for _, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "package ") {
			break
		}
		if !constraint.IsGoBuild(line) {
			continue
		}
		x, err := constraint.Parse(line)
		fail(err)
		return x.Eval(func(tag string) bool {
			n, err := strconv.Atoi(strings.TrimPrefix(tag, "go1."))
			return err == nil && strings.HasPrefix(tag, "go1.") && n <= minor || tag == build.Default.GOOS
		})
	}
	return true
}

// unpack writes the files of an archive and gives their folder.
func unpack(archive, work string) string {
	text, err := os.ReadFile(archive)
	fail(err)
	dir := filepath.Join(work, strings.TrimSuffix(filepath.Base(archive), ".txtar"))
	parts := regexp.MustCompile(`(?m)^-- (\S+) --\n`).FindAllSubmatchIndex(text, -1)
	for k, p := range parts {
		end := len(text)
		if k+1 < len(parts) {
			end = parts[k+1][0]
		}
		fail(os.MkdirAll(dir, 0o755))
		fail(os.WriteFile(filepath.Join(dir, string(text[p[2]:p[3]])), text[p[1]:end], 0o644))
	}
	return dir
}

// copied puts the files of a unit into a module of its own, whose go line is the unit's version.
func copied(u *unit, dir string) {
	fail(os.MkdirAll(dir, 0o755))
	mod := fmt.Sprintf("module peers\n\ngo 1.%d\n", u.minor)
	fail(os.WriteFile(filepath.Join(dir, "go.mod"), []byte(mod), 0o644))
	for k, f := range u.files {
		text, err := os.ReadFile(f)
		fail(err)
		u.files[k] = filepath.Join(dir, filepath.Base(f))
		fail(os.WriteFile(u.files[k], text, 0o644))
	}
}

// units finds the packages of a suite.
func units(s suite, root, work string) []unit {
	dirs := map[string]bool{}
	fail(filepath.Walk(filepath.Join(root, s.folder), func(path string, info os.FileInfo, err error) error {
		fail(err)
		switch {
		case !strings.Contains(path, "/testdata/"):
		case strings.HasSuffix(path, ".txtar"):
			dirs[unpack(path, filepath.Join(work, s.name))] = true
		case strings.HasSuffix(path, ".go"):
			dirs[filepath.Dir(path)] = true
		}
		return nil
	}))
	var out []unit
	for _, dir := range slices.Sorted(maps.Keys(dirs)) {
		u := unit{minor: newest}
		if s.goes > 0 {
			u.minor = s.goes
		}
		if m := folder.FindStringSubmatch(dir); m != nil {
			u.minor, _ = strconv.Atoi(m[1])
			u.minor = max(u.minor, 17)
		}
		if text, err := os.ReadFile(filepath.Join(dir, "go.mod")); err == nil {
			u.minor, _ = strconv.Atoi(version.FindStringSubmatch(string(text))[1])
		}
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		fail(err)
		for _, f := range files {
			text, err := os.ReadFile(f)
			fail(err)
			// What is built is decided by the toolchain, not by the language version.
			if included(string(text), newest) {
				u.files = append(u.files, f)
			}
		}
		if !strings.HasPrefix(dir, work) {
			copied(&u, filepath.Join(work, s.name, fmt.Sprint(len(out)), filepath.Base(dir)))
		}
		if len(u.files) > 0 {
			out = append(out, u)
		}
	}
	return out
}

func marks(file string) map[place]int {
	text, err := os.ReadFile(file)
	fail(err)
	out := map[place]int{}
	for k, line := range strings.Split(string(text), "\n") {
		at := place{file, k + 1}
		if m := wanted.FindStringSubmatch(line); m != nil {
			out[at] += len(pattern.FindAllString(m[1], -1))
		}
		out[at] += len(diag.FindAllString(line, -1))
	}
	return out
}

func check(curfew string, u unit) []finding {
	args := []string{"check", "--format", "json", "--level", "advice", "--go", fmt.Sprintf("1.%d", u.minor)}
	out, err := exec.Command(curfew, append(args, u.files...)...).Output()
	if exit, ok := err.(*exec.ExitError); err != nil && (!ok || exit.ExitCode() > 1) {
		fail(fmt.Errorf("%v: %s", u.files, err))
	}
	var report struct{ Findings []finding }
	fail(json.Unmarshal(out, &report))
	return report.Findings
}

func short(at place) string {
	return fmt.Sprintf("%s/%s:%d", filepath.Base(filepath.Dir(at.file)), filepath.Base(at.file), at.line)
}

type result struct {
	total, met         int
	missed, unexpected []string
	excused            int
}

// judge compares one unit's findings with its marks.
func judge(r *result, s suite, u unit, all []finding, known map[string]bool) {
	places := map[place]bool{}
	marked := map[place]int{}
	for _, f := range u.files {
		for at, n := range marks(f) {
			if n > 0 {
				marked[at] = n
				r.total += n
			}
		}
	}
	for _, f := range all {
		answers := false
		for _, rule := range s.rules {
			answers = answers || rule == f.Rule
		}
		if !answers {
			continue
		}
		at := []place{{f.Path, f.Line}}
		for _, rel := range f.Related {
			at = append(at, place{rel.Path, rel.Line})
		}
		onMark := false
		for _, p := range at {
			places[p] = true
			onMark = onMark || marked[p] > 0
		}
		if onMark {
			continue
		}
		if name := short(at[0]); known[s.name+" "+name] {
			r.excused++
		} else {
			r.unexpected = append(r.unexpected, name+": "+f.Message)
		}
	}
	for at, n := range marked {
		if places[at] {
			r.met += n
		} else {
			r.missed = append(r.missed, short(at))
		}
	}
}

func main() {
	curfew, work := os.Args[1], os.Args[3]
	text, err := os.ReadFile(os.Args[2])
	fail(err)
	known := map[string]bool{}
	for _, m := range row.FindAllStringSubmatch(string(text), -1) {
		known[m[1]+" "+m[2]+":"+m[3]] = true
	}
	roots := map[string]string{}
	for _, arg := range os.Args[4:] {
		module, dir, _ := strings.Cut(arg, "=")
		roots[module] = dir
	}
	bad := false
	for _, s := range suites {
		var r result
		for _, u := range units(s, roots[s.module], work) {
			judge(&r, s, u, check(curfew, u), known)
		}
		sort.Strings(r.missed)
		fmt.Printf("%-17s %3d marks, %3d met (%.1f %%), %d on other lines, %d of them listed as differences\n",
			s.name, r.total, r.met, 100*float64(r.met)/float64(max(r.total, 1)), len(r.unexpected)+r.excused, r.excused)
		for _, m := range r.missed {
			fmt.Println("    missed    ", m)
		}
		for _, m := range r.unexpected {
			fmt.Println("    unexpected", m)
		}
		bad = bad || r.total == 0 || r.met*100 < r.total*95 || len(r.unexpected) > 0
	}
	if bad {
		os.Exit(1)
	}
}
