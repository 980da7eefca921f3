//curfew:models 0

// Signals, error numbers and the few calls that programs make directly, as they are on Linux.
package syscall

const (
	E2BIG           Errno = 7
	EACCES          Errno = 13
	EADDRINUSE      Errno = 98
	EADDRNOTAVAIL   Errno = 99
	EADV            Errno = 68
	EAFNOSUPPORT    Errno = 97
	EAGAIN          Errno = 11
	EALREADY        Errno = 114
	EBADE           Errno = 52
	EBADF           Errno = 9
	EBADFD          Errno = 77
	EBADMSG         Errno = 74
	EBADR           Errno = 53
	EBADRQC         Errno = 56
	EBADSLT         Errno = 57
	EBFONT          Errno = 59
	EBUSY           Errno = 16
	ECANCELED       Errno = 125
	ECHILD          Errno = 10
	ECHRNG          Errno = 44
	ECOMM           Errno = 70
	ECONNABORTED    Errno = 103
	ECONNREFUSED    Errno = 111
	ECONNRESET      Errno = 104
	EDEADLK         Errno = 35
	EDEADLOCK       Errno = 35
	EDESTADDRREQ    Errno = 89
	EDOM            Errno = 33
	EDOTDOT         Errno = 73
	EDQUOT          Errno = 122
	EEXIST          Errno = 17
	EFAULT          Errno = 14
	EFBIG           Errno = 27
	EHOSTDOWN       Errno = 112
	EHOSTUNREACH    Errno = 113
	EIDRM           Errno = 43
	EILSEQ          Errno = 84
	EINPROGRESS     Errno = 115
	EINTR           Errno = 4
	EINVAL          Errno = 22
	EIO             Errno = 5
	EISCONN         Errno = 106
	EISDIR          Errno = 21
	EISNAM          Errno = 120
	EKEYEXPIRED     Errno = 127
	EKEYREJECTED    Errno = 129
	EKEYREVOKED     Errno = 128
	EL2HLT          Errno = 51
	EL2NSYNC        Errno = 45
	EL3HLT          Errno = 46
	EL3RST          Errno = 47
	ELIBACC         Errno = 79
	ELIBBAD         Errno = 80
	ELIBEXEC        Errno = 83
	ELIBMAX         Errno = 82
	ELIBSCN         Errno = 81
	ELNRNG          Errno = 48
	ELOOP           Errno = 40
	EMEDIUMTYPE     Errno = 124
	EMFILE          Errno = 24
	EMLINK          Errno = 31
	EMSGSIZE        Errno = 90
	EMULTIHOP       Errno = 72
	ENAMETOOLONG    Errno = 36
	ENAVAIL         Errno = 119
	ENETDOWN        Errno = 100
	ENETRESET       Errno = 102
	ENETUNREACH     Errno = 101
	ENFILE          Errno = 23
	ENOANO          Errno = 55
	ENOBUFS         Errno = 105
	ENOCSI          Errno = 50
	ENODATA         Errno = 61
	ENODEV          Errno = 19
	ENOENT          Errno = 2
	ENOEXEC         Errno = 8
	ENOKEY          Errno = 126
	ENOLCK          Errno = 37
	ENOLINK         Errno = 67
	ENOMEDIUM       Errno = 123
	ENOMEM          Errno = 12
	ENOMSG          Errno = 42
	ENONET          Errno = 64
	ENOPKG          Errno = 65
	ENOPROTOOPT     Errno = 92
	ENOSPC          Errno = 28
	ENOSR           Errno = 63
	ENOSTR          Errno = 60
	ENOSYS          Errno = 38
	ENOTBLK         Errno = 15
	ENOTCONN        Errno = 107
	ENOTDIR         Errno = 20
	ENOTEMPTY       Errno = 39
	ENOTNAM         Errno = 118
	ENOTRECOVERABLE Errno = 131
	ENOTSOCK        Errno = 88
	ENOTSUP         Errno = 95
	ENOTTY          Errno = 25
	ENOTUNIQ        Errno = 76
	ENXIO           Errno = 6
	EOPNOTSUPP      Errno = 95
	EOVERFLOW       Errno = 75
	EOWNERDEAD      Errno = 130
	EPERM           Errno = 1
	EPFNOSUPPORT    Errno = 96
	EPIPE           Errno = 32
	EPROTO          Errno = 71
	EPROTONOSUPPORT Errno = 93
	EPROTOTYPE      Errno = 91
	ERANGE          Errno = 34
	EREMCHG         Errno = 78
	EREMOTE         Errno = 66
	EREMOTEIO       Errno = 121
	ERESTART        Errno = 85
	ERFKILL         Errno = 132
	EROFS           Errno = 30
	ESHUTDOWN       Errno = 108
	ESOCKTNOSUPPORT Errno = 94
	ESPIPE          Errno = 29
	ESRCH           Errno = 3
	ESRMNT          Errno = 69
	ESTALE          Errno = 116
	ESTRPIPE        Errno = 86
	ETIME           Errno = 62
	ETIMEDOUT       Errno = 110
	ETOOMANYREFS    Errno = 109
	ETXTBSY         Errno = 26
	EUCLEAN         Errno = 117
	EUNATCH         Errno = 49
	EUSERS          Errno = 87
	EWOULDBLOCK     Errno = 11
	EXDEV           Errno = 18
	EXFULL          Errno = 54

	SIGABRT   Signal = 6
	SIGALRM   Signal = 14
	SIGBUS    Signal = 7
	SIGCHLD   Signal = 17
	SIGCLD    Signal = 17
	SIGCONT   Signal = 18
	SIGFPE    Signal = 8
	SIGHUP    Signal = 1
	SIGILL    Signal = 4
	SIGINT    Signal = 2
	SIGIO     Signal = 29
	SIGIOT    Signal = 6
	SIGKILL   Signal = 9
	SIGPIPE   Signal = 13
	SIGPOLL   Signal = 29
	SIGPROF   Signal = 27
	SIGPWR    Signal = 30
	SIGQUIT   Signal = 3
	SIGSEGV   Signal = 11
	SIGSTKFLT Signal = 16
	SIGSTOP   Signal = 19
	SIGSYS    Signal = 31
	SIGTERM   Signal = 15
	SIGTRAP   Signal = 5
	SIGTSTP   Signal = 20
	SIGTTIN   Signal = 21
	SIGTTOU   Signal = 22
	SIGUNUSED Signal = 31
	SIGURG    Signal = 23
	SIGUSR1   Signal = 10
	SIGUSR2   Signal = 12
	SIGVTALRM Signal = 26
	SIGWINCH  Signal = 28
	SIGXCPU   Signal = 24
	SIGXFSZ   Signal = 25
)

//curfew:exits process
func Exit(code int)

func Getpid() (pid int)

//curfew:affects process
func Kill(pid int, sig Signal) (err error)

type Conn interface {
	SyscallConn() (RawConn, error)
}

type Credential struct {
	Uid         uint32
	Gid         uint32
	Groups      []uint32
	NoSetGroups bool
}

type Errno uintptr

func (e Errno) Error() string

func (e Errno) Is(target error) bool

func (e Errno) Temporary() bool

func (e Errno) Timeout() bool

type RawConn interface {
	Control(f func(fd uintptr)) error
	Read(f func(fd uintptr) (done bool)) error
	Write(f func(fd uintptr) (done bool)) error
}

type Rusage struct {
	Utime    Timeval
	Stime    Timeval
	Maxrss   int64
	Ixrss    int64
	Idrss    int64
	Isrss    int64
	Minflt   int64
	Majflt   int64
	Nswap    int64
	Inblock  int64
	Oublock  int64
	Msgsnd   int64
	Msgrcv   int64
	Nsignals int64
	Nvcsw    int64
	Nivcsw   int64
}

type Signal int

func (s Signal) Signal()

func (s Signal) String() string

type SysProcAttr struct {
	Chroot                     string
	Credential                 *Credential
	Ptrace                     bool
	Setsid                     bool
	Setpgid                    bool
	Setctty                    bool
	Noctty                     bool
	Ctty                       int
	Foreground                 bool
	Pgid                       int
	Pdeathsig                  Signal
	Cloneflags                 uintptr
	Unshareflags               uintptr
	UidMappings                []SysProcIDMap
	GidMappings                []SysProcIDMap
	GidMappingsEnableSetgroups bool
	AmbientCaps                []uintptr
	//curfew:since 1.20
	UseCgroupFD bool
	//curfew:since 1.20
	CgroupFD int
	//curfew:since 1.22
	PidFD *int
}

type SysProcIDMap struct {
	ContainerID int
	HostID      int
	Size        int
}

type Timeval struct {
	Sec  int64
	Usec int64
}

func (tv *Timeval) Nano() int64

func (tv *Timeval) Unix() (sec, nsec int64)

type WaitStatus uint32

func (w WaitStatus) Continued() bool

func (w WaitStatus) CoreDump() bool

func (w WaitStatus) ExitStatus() int

func (w WaitStatus) Exited() bool

func (w WaitStatus) Signal() Signal

func (w WaitStatus) Signaled() bool

func (w WaitStatus) StopSignal() Signal

func (w WaitStatus) Stopped() bool

func (w WaitStatus) TrapCause() int
