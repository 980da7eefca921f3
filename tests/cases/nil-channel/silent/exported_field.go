// Run time: whoever makes the value sets the field.
package cases

type Job struct {
	Name   string
	Result chan int
}

func (j *Job) Finish(n int) { j.Result <- n }
