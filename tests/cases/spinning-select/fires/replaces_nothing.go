package cases

type state struct {
	changes chan bool
}

func newState() *state { return &state{changes: make(chan bool)} }

// Without a slot both find nobody, and ask again.
func (s *state) publish(v bool) {
	for {
		select {
		case s.changes <- v:
			return
		default: // want spinning-select "straight back"
			select {
			case <-s.changes:
			default: // want spinning-select "straight back"
			}
		}
	}
}

func Publish(v bool) *state {
	s := newState()
	s.publish(v)
	return s
}
