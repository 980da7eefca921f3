// NewRadio is called: the loop of the part that it embeds is started here, and neither type has a stop.
package cases

import "time"

type scanner struct{ channel int }

func (s *scanner) scan() {
	for {
		time.Sleep(time.Second)
		s.channel++
	}
}

type Radio struct {
	scanner
	volume int
}

func NewRadio() *Radio {
	r := &Radio{volume: 3}
	go r.scan() // want unclosable-constructor "NewRadio"
	return r
}
