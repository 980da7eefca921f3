// Close drains; a Submit beside it panics, and so does a second Close.
package fixed

type Journal struct {
	in   chan string
	done chan struct{}
}

func NewJournal(write func(string)) *Journal {
	j := &Journal{in: make(chan string, 16), done: make(chan struct{})}
	go func() {
		for line := range j.in {
			write(line)
		}
		close(j.done)
	}()
	return j
}

func (j *Journal) Submit(line string) { j.in <- line }

func (j *Journal) Close() error {
	close(j.in)
	<-j.done
	return nil
}

func use(write func(string), lines []string) {
	j := NewJournal(write)
	defer j.Close()
	go func() {
		for _, l := range lines {
			j.Submit(l)
		}
	}()
	j.Submit("started")
	j.Close()
}
