package cases

type state struct {
	changes chan bool
}

func newState() *state { return &state{changes: make(chan bool, 1)} }

// Where the channel is full, what fills it is taken out: one of both is possible.
func (s *state) publish(v bool) {
	for {
		select {
		case s.changes <- v:
			return
		default:
			select {
			case <-s.changes:
			default:
			}
		}
	}
}

func Publish(v bool) *state {
	s := newState()
	s.publish(v)
	return s
}
