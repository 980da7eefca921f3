// A goroutine for each key that is new: their number is that of the keys.
package cases

import "time"

type Limiter struct {
	keys map[string]bool
	in   chan string
}

func (l *Limiter) Put(key string) { l.in <- key }

func (l *Limiter) Run() {
	for key := range l.in {
		if !l.keys[key] {
			l.keys[key] = true
			go func() { time.Sleep(time.Hour) }()
		}
	}
}
