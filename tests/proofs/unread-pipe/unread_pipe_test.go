// The two ends of a pipe wait for each other, and only a close ends the wait.
package proofs_unread_pipe

import (
	"io"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// ends tells whether f returns within half a second; what does not, stays behind.
func ends(f func()) bool {
	done := make(chan struct{})
	go func() {
		f()
		close(done)
	}()
	select {
	case <-done:
		return true
	case <-time.After(500 * time.Millisecond):
		return false
	}
}

func TestReaderWaitsForTheClose(t *testing.T) {
	r, w := io.Pipe()
	go io.WriteString(w, "all there is")
	if ends(func() { io.ReadAll(r) }) {
		t.Error("ReadAll ended without a close")
	}
	r, w = io.Pipe()
	go func() {
		io.WriteString(w, "all there is")
		w.Close()
	}()
	if !ends(func() { io.ReadAll(r) }) {
		t.Error("ReadAll waits after the close")
	}
}

func TestWriterWaitsForTheReader(t *testing.T) {
	r, w := io.Pipe()
	write := func() { io.WriteString(w, "x") }
	if ends(write) {
		t.Error("the write ended without a reader")
	}
	r.Close()
	if !ends(write) {
		t.Error("the write waits for a closed reader")
	}
}

func TestOneReadLeavesTheRest(t *testing.T) {
	r, w := io.Pipe()
	go r.Read(make([]byte, 4))
	if ends(func() { io.WriteString(w, "more than four") }) {
		t.Error("the write ended after one short read")
	}
}

func TestUnreadOutputStopsTheProcess(t *testing.T) {
	cmd := exec.Command("head", "-c", "1000000", "/dev/zero")
	if _, err := cmd.StdoutPipe(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Skip("no head here:", err)
	}
	defer cmd.Process.Kill()
	if ends(func() { cmd.Wait() }) {
		t.Error("the process ended with a full pipe")
	}
}

func TestOpenInputKeepsTheProcess(t *testing.T) {
	cmd := exec.Command("cat")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Skip("no cat here:", err)
	}
	io.Copy(in, strings.NewReader("text"))
	waited := make(chan struct{})
	go func() {
		cmd.Wait()
		close(waited)
	}()
	if ends(func() { <-waited }) {
		t.Error("cat ended with its input open")
	}
	in.Close()
	if !ends(func() { <-waited }) {
		t.Error("cat waits for a closed input")
	}
}
