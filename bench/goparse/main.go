// Command goparse measures go/parser as parse_bench.c measures curfew: goparse LIST [ROUNDS].
// All files are in memory first; a round parses each of them, whole tree, comments kept, without
// object resolution, on one thread.
package main

import (
	"bufio"
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"runtime"
	"strconv"
	"time"
)

type source struct {
	path string
	text []byte
}

func readList(list string) ([]source, int, error) {
	f, err := os.Open(list)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	var files []source
	total := 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		text, err := os.ReadFile(lines.Text())
		if err != nil {
			return nil, 0, err
		}
		files = append(files, source{lines.Text(), text})
		total += len(text)
	}
	return files, total, nil
}

func round(files []source) (time.Duration, int) {
	refused := 0
	start := time.Now()
	for _, f := range files {
		_, err := parser.ParseFile(token.NewFileSet(), f.path, f.text,
			parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			refused++
		}
	}
	return time.Since(start), refused
}

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: goparse LIST [ROUNDS]")
		os.Exit(2)
	}
	rounds := 5
	if len(os.Args) > 2 {
		rounds, _ = strconv.Atoi(os.Args[2])
	}
	// The garbage collector works on the same one thread: it is part of what a tree costs.
	runtime.GOMAXPROCS(1)
	files, total, err := readList(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "goparse:", err)
		os.Exit(2)
	}
	best, refused := round(files)
	for range rounds - 1 {
		if t, _ := round(files); t < best {
			best = t
		}
	}
	fmt.Printf("go/parser files=%d bytes=%d refused=%d mb_per_s=%.1f\n",
		len(files), total, refused, float64(total)/1e6/best.Seconds())
}
