Cpackage p

import "testing"

func TestA(t *testing.T) {
	t.Run("x", func(t *testing.T) {
		t.Parallel()
		stop := make(chan struct{})
		go func() { <-stop; t.Log(1) }()
		t.Cleanup(func() { close(stop) })
	})
}
