// The benchmark is measured for each b.N: every measurement leaves one more loop behind.
package cases

import "testing"

func BenchmarkEcho(b *testing.B) {
	in, out := make(chan int), make(chan int)
	go func() { // want test-outlived "BenchmarkEcho"
		for {
			out <- <-in
		}
	}()
	for i := range b.N {
		in <- i
		<-out
	}
}
