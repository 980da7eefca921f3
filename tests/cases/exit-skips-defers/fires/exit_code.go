// Every run: os.Exit stands at the end of main, so the deferred Close of the journal never happens.
package main

import "os"

type journal struct{ lines []string }

func (j *journal) Close() error {
	for _, line := range j.lines {
		if err := os.WriteFile("journal", []byte(line), 0o600); err != nil {
			return err
		}
	}
	return nil
}

func work(j *journal) int {
	j.lines = append(j.lines, "worked")
	return len(os.Args) - 1
}

func main() {
	j := &journal{}
	defer j.Close()
	os.Exit(work(j)) // want exit-skips-defers "Exit"
}
