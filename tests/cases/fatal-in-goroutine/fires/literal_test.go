// Run time: Fatal ends the literal's goroutine; the test waits for a value that is never sent.
package cases

import "testing"

func TestReceive(t *testing.T) {
	got := make(chan string)
	go func() {
		m, err := receive()
		if err != nil {
			t.Fatal(err) // want fatal-in-goroutine[warning] "t.Fatal ends the goroutine that calls it"
		}
		got <- m
	}()
	<-got
}

func receive() (string, error) { return "", nil }
