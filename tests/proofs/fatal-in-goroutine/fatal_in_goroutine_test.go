// FailNow on another goroutine ends that goroutine and leaves the test running.
package proofs_fatal_in_goroutine

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// The failing tests run in a process of their own: this same program, told so by the environment.
const inner = "FATAL_IN_GOROUTINE"

func run(t *testing.T, name string) string {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^"+name+"$", "-test.v")
	cmd.Env = append(os.Environ(), inner+"=1")
	out, err := cmd.CombinedOutput()
	if err == nil {
		t.Fatalf("%s passed:\n%s", name, out)
	}
	return string(out)
}

func TestInnerElsewhere(t *testing.T) {
	if os.Getenv(inner) == "" {
		t.Skip("runs in a process of its own")
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		t.FailNow()
	}()
	<-ended
	t.Log("went on")
}

func TestInnerHere(t *testing.T) {
	if os.Getenv(inner) == "" {
		t.Skip("runs in a process of its own")
	}
	t.FailNow()
	t.Log("went on")
}

func TestTheTestGoesOn(t *testing.T) {
	if out := run(t, "TestInnerElsewhere"); !strings.Contains(out, "went on") {
		t.Errorf("the test was ended:\n%s", out)
	}
}

func TestTheTestIsEnded(t *testing.T) {
	if out := run(t, "TestInnerHere"); strings.Contains(out, "went on") {
		t.Errorf("the test went on:\n%s", out)
	}
}
