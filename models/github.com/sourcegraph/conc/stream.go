//curfew:models 0

// Tasks run beside each other, what they return in the order of their start. Written from v0.3.0.
package stream

func New() *Stream

type Callback func()

type Stream struct{}

//curfew:spawns f counted limited
func (s *Stream) Go(f Task)

//curfew:wg-wait
//curfew:releases
func (s *Stream) Wait()

//curfew:limits n
func (s *Stream) WithMaxGoroutines(n int) *Stream

type Task func() Callback
