package main

import (
	"bufio"
	"fmt"
	"go/types"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
)

// side is curfew's half: a process that is asked for the dumps of one package after the other.
type side struct {
	cmd *exec.Cmd
	in  *bufio.Writer
	out *bufio.Reader
}

func startSide(program string) *side {
	cmd := exec.Command(program)
	cmd.Stderr = os.Stderr
	// The program ends without freeing what it has checked.
	cmd.Env = append(os.Environ(), "ASAN_OPTIONS=detect_leaks=0")
	in, err := cmd.StdinPipe()
	if err != nil {
		fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		fatal(err)
	}
	if err := cmd.Start(); err != nil {
		fatal(err)
	}
	return &side{cmd, bufio.NewWriterSize(in, 1<<16), bufio.NewReaderSize(out, 1<<20)}
}

func testsOf(p *listing) string {
	if p.ForTest == "" {
		return "-"
	}
	return p.ForTest
}

// declare tells which packages there are.
func (s *side) declare(w *world) {
	fmt.Fprintf(s.in, "word\t%d\n", w.sizes.Sizeof(types.Typ[types.Uintptr]))
	for _, p := range w.order {
		if strings.HasSuffix(p.ImportPath, ".test") || p.path == "unsafe" || len(w.fileNames(p)) == 0 {
			continue
		}
		fmt.Fprintf(s.in, "package\t%s\t%s\t%d\n", p.path, testsOf(p), p.minor())
		for _, name := range w.fileNames(p) {
			fmt.Fprintf(s.in, "file\t%s\n", name)
		}
		for spec, id := range p.ImportMap {
			path, _, _ := strings.Cut(id, " ")
			fmt.Fprintf(s.in, "map\t%s\t%s\n", spec, path)
		}
	}
}

func (s *side) ask(p *listing) {
	fmt.Fprintf(s.in, "unit\t%s\t%s\n", p.path, testsOf(p))
	if err := s.in.Flush(); err != nil {
		fatal("curfew's side ended:", err)
	}
}

// answer reads the dumps of the files of the package that was asked for.
func (s *side) answer(files int) [][]byte {
	dumps := make([][]byte, files)
	for i := range dumps {
		line, err := s.out.ReadString('\n')
		n, bad := strconv.Atoi(strings.TrimSpace(line))
		if err != nil || bad != nil {
			fatal("curfew's side ended:", err, bad, s.cmd.Wait())
		}
		dumps[i] = make([]byte, n)
		if _, err := io.ReadFull(s.out, dumps[i]); err != nil {
			fatal("curfew's side ended:", err)
		}
	}
	return dumps
}

func (s *side) stop() {
	s.cmd.Process.Kill()
	s.cmd.Wait()
}
