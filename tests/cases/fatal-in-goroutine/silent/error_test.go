// Error may be called from everywhere.
package cases

import "testing"

func TestReceive(t *testing.T) {
	got := make(chan string, 1)
	go func() {
		defer close(got)
		m, err := receive()
		if err != nil {
			t.Error(err)
			return
		}
		got <- m
	}()
	<-got
}

func receive() (string, error) { return "", nil }
