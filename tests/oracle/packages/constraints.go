package main

import (
	"bufio"
	"fmt"
	"go/build/constraint"
	"math/rand"
	"os"
	"strings"
)

// The pieces of which lines are made: most lines are faulty, but thousands are not.
var pieces = []string{
	"linux", "windows", "go1", "go1.18", "go1.22", "go1.x", "a.b", "_x", "é", "!", "!", "(", ")", "(", ")", "&&", "&&",
	"||", "||", " ", " ", "\t", ",", "-", "&", "!!", "'",
}

// expression makes a well-formed one.
func expression(r *rand.Rand, depth int) string {
	if depth == 0 || r.Intn(4) == 0 {
		return pieces[r.Intn(9)]
	}
	x, y := expression(r, depth-1), expression(r, depth-1)
	switch r.Intn(5) {
	case 0:
		return "!(" + x + ")"
	case 1:
		return "(" + x + ")"
	case 2:
		return x + " && " + y
	case 3:
		return "(" + x + "||" + y + ")"
	}
	return x + " || " + y
}

func line(r *rand.Rand) string {
	prefix := "//go:build "
	if r.Intn(4) == 0 {
		prefix = "// +build "
	}
	if r.Intn(2) == 0 {
		return prefix + expression(r, 4)
	}
	var b strings.Builder
	b.WriteString(prefix)
	for n := r.Intn(8); n >= 0; n-- {
		b.WriteString(pieces[r.Intn(len(pieces))])
	}
	return b.String()
}

// evaluate says of a line whether it is a constraint, whether it holds where tags of odd length do, and
// which version it demands.
func evaluate(line string) string {
	x, err := constraint.Parse(line)
	if err != nil {
		return "error"
	}
	holds := x.Eval(func(tag string) bool { return len(tag)%2 == 1 })
	return fmt.Sprint(holds, " ", minor(constraint.GoVersion(x)))
}

func minor(version string) string {
	if _, n, ok := strings.Cut(version, "go1."); ok {
		return n
	}
	return "0"
}

// constraints writes n lines to the first file and what Go says of them to the second.
func constraints(n int, lines, answers string) error {
	r := rand.New(rand.NewSource(1))
	in, err := os.Create(lines)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(answers)
	if err != nil {
		return err
	}
	defer out.Close()
	toIn, toOut := bufio.NewWriter(in), bufio.NewWriter(out)
	for range make([]struct{}, n) {
		l := line(r)
		fmt.Fprintln(toIn, l)
		fmt.Fprintf(toOut, "%s\t%s\n", l, evaluate(l))
	}
	if err := toIn.Flush(); err != nil {
		return err
	}
	return toOut.Flush()
}
