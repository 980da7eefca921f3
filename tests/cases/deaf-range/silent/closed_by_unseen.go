// The channel is given to somebody who may close it.
package cases

type source interface{ Fill(c chan<- string) }

func printAll(s source) {
	out := make(chan string)
	go func() {
		for w := range out {
			println(w)
		}
	}()
	s.Fill(out)
}
