//go:build linux

// A process that nobody waits for stays in the process table, killed or not.
package proofs_unwaited_command

import (
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"
)

// zombie says whether the process has ended and is still in the table.
func zombie(pid int) bool {
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return false
	}
	_, rest, _ := strings.Cut(string(stat), ") ")
	return strings.HasPrefix(rest, "Z")
}

func started(t *testing.T) *exec.Cmd {
	cmd := exec.Command("sleep", "60")
	if err := cmd.Start(); err != nil {
		t.Skip("no sleep here:", err)
	}
	return cmd
}

func TestKilledStays(t *testing.T) {
	cmd := started(t)
	cmd.Process.Kill()
	for range 200 {
		if zombie(cmd.Process.Pid) {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	time.Sleep(50 * time.Millisecond)
	if !zombie(cmd.Process.Pid) {
		t.Error("it is gone")
	}
	cmd.Wait()
}

func TestWaitedIsGone(t *testing.T) {
	cmd := started(t)
	cmd.Process.Kill()
	cmd.Wait()
	if zombie(cmd.Process.Pid) {
		t.Error("it is still there")
	}
}
