package exit

import (
	"bufio"
	"errors"
	"log"
	"os"
	"os/exec"
	"testing"
	"time"
)

// The ways to leave the process that a child of this test takes when PROOF_EXIT names one.
var ways = map[string]func(){
	"exit":  func() { os.Exit(3) },
	"fatal": func() { log.Fatal("failed") },
	"panic": func() { log.Panic("failed") },
	"serve": func() { time.Sleep(time.Minute) },
	"return": func() {
	},
}

func TestMain(m *testing.M) {
	if way := ways[os.Getenv("PROOF_EXIT")]; way != nil {
		child(way)
		return
	}
	os.Exit(m.Run())
}

func child(leave func()) {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	out.WriteString("kept")
	os.Stderr.WriteString("ready\n")
	leave()
}

func command(t *testing.T, way string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), "PROOF_EXIT="+way)
	return cmd
}

func TestWhatAnExitSkips(t *testing.T) {
	for way, want := range map[string]string{"exit": "", "fatal": "", "panic": "kept", "return": "kept"} {
		out, err := command(t, way).Output()
		var status *exec.ExitError
		if err != nil && !errors.As(err, &status) {
			t.Fatal(err)
		}
		if string(out) != want {
			t.Errorf("%s: the child wrote %q, want %q", way, out, want)
		}
	}
}

func TestASignalSkipsDefersToo(t *testing.T) {
	cmd := command(t, "serve")
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	var stdout writer
	cmd.Stdout = &stdout
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := bufio.NewReader(stderr).ReadString('\n'); err != nil {
		t.Error(err)
	}
	cmd.Process.Signal(os.Interrupt)
	if err := cmd.Wait(); err == nil {
		t.Error("the child ended as if nothing had happened")
	}
	if len(stdout) != 0 {
		t.Errorf("the child wrote %q", stdout)
	}
}

type writer []byte

func (w *writer) Write(p []byte) (int, error) {
	*w = append(*w, p...)
	return len(p), nil
}
