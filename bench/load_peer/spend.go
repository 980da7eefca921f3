package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"time"
)

// Processor time in user and system mode, and the largest resident set of any one process.
type usage struct {
	cpu     time.Duration
	peakKiB int64
}

func (u usage) peakMiB() float64 { return float64(u.peakKiB) / 1024 }

func usageOf(r *syscall.Rusage) usage {
	return usage{time.Duration(r.Utime.Nano() + r.Stime.Nano()), r.Maxrss}
}

// usageSoFar is what this process has taken together with the children that it has waited for.
// Their peaks are not added up: `go list` has ended before the checker fills its memory.
func usageSoFar() (usage, error) {
	var self, children syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &self); err != nil {
		return usage{}, err
	}
	if err := syscall.Getrusage(syscall.RUSAGE_CHILDREN, &children); err != nil {
		return usage{}, err
	}
	a, b := usageOf(&self), usageOf(&children)
	return usage{a.cpu + b.cpu, max(a.peakKiB, b.peakKiB)}, nil
}

// spend runs a command. The numbers are those that the system gives for the process once it has been
// waited for, and so hold its descendants' too, as far as each was waited for by its parent.
func spend(output string, command []string) error {
	out, err := os.Create(output)
	if err != nil {
		return err
	}
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Stdout, cmd.Stderr = out, out
	start := time.Now()
	err = cmd.Run()
	wall := time.Since(start)
	var failed *exec.ExitError
	if err != nil && !errors.As(err, &failed) {
		return err
	}
	rusage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return errors.New("this system does not tell what a process has used")
	}
	used := usageOf(rusage)
	fmt.Printf("wall_s=%.3f cpu_s=%.3f rss_mib=%.1f status=%d\n",
		wall.Seconds(), used.cpu.Seconds(), used.peakMiB(), cmd.ProcessState.ExitCode())
	return out.Close()
}
